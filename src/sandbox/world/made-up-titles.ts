import { pick } from '../core/random'

// prettier-ignore
const nouns: readonly (readonly [string, string])[] = [
  ['Hoshi', '星'], ['Yoru', '夜'], ['Ame', '雨'], ['Sora', '空'], ['Umi', '海'],
  ['Kitsune', '狐'], ['Neko', '猫'], ['Tsubasa', '翼'], ['Toki', '時'], ['Kaze', '風'],
  ['Hana', '花'], ['Yuki', '雪'], ['Tsuki', '月'], ['Mahou', '魔法'], ['Kishi', '騎士'],
  ['Toshokan', '図書館'], ['Gakuen', '学園'], ['Densetsu', '伝説'], ['Meikyuu', '迷宮'], ['Ryuu', '竜'],
  ['Shiro', '城'], ['Mori', '森'], ['Hikari', '光'], ['Kage', '影'], ['Uta', '歌'],
  ['Yume', '夢'], ['Tabi', '旅'], ['Machi', '町'], ['Kikai', '機械'], ['Ginga', '銀河'],
  ['Ningyou', '人形'], ['Bansan', '晩餐'], ['Yuusha', '勇者'], ['Maou', '魔王'], ['Kissaten', '喫茶店'],
  ['Tegami', '手紙'], ['Shima', '島'], ['Fune', '船'], ['Kagami', '鏡'], ['Honoo', '炎'],
]

// prettier-ignore
const qualities: readonly (readonly [string, string])[] = [
  ['Aoi', '青い'], ['Akai', '赤い'], ['Shiroi', '白い'], ['Kuroi', '黒い'], ['Tooi', '遠い'],
  ['Chiisana', '小さな'], ['Shizukana', '静かな'], ['Saigo no', '最後の'], ['Himitsu no', '秘密の'],
  ['Nagai', '長い'], ['Furui', '古い'], ['Ookina', '大きな'], ['Fushigina', '不思議な'], ['Yasashii', '優しい'],
]

const long: readonly (readonly [string, string])[] = [
  [
    'Tensei Shitara {a} Datta Ken ni Tsuite no Nagai Houkoku, Aruiwa {b} to no Hibi ga Owaranai Riyuu',
    '転生したら{a}だった件についての長い報告、あるいは{b}との日々が終わらない理由',
  ],
  [
    '{a} no Sekai de Saijaku to Yobareta Ore ga, Naze ka {b} ni Natsukarete Shimai, Inaka de Nonbiri Kurashitai noni Dare mo Yurushite Kurenai',
    '{a}の世界で最弱と呼ばれた俺が、なぜか{b}に懐かれてしまい、田舎でのんびり暮らしたいのに誰も許してくれない',
  ],
]

/** A title in romaji and as it would be written, like those of real works; not always unique. */
export function madeUpTitle(random: () => number): { romaji: string; native: string } {
  const [a, aNative] = pick(random, nouns)
  const [b, bNative] = pick(
    random,
    nouns.filter(([noun]) => noun !== a),
  )
  const [q, qNative] = pick(random, qualities)
  const roll = random()
  if (roll < 0.02) {
    const [romaji, native] = pick(random, long)
    return {
      romaji: romaji.replace('{a}', a).replace('{b}', b),
      native: native.replace('{a}', aNative).replace('{b}', bNative),
    }
  }
  if (roll < 0.4) return { romaji: `${a} no ${b}`, native: `${aNative}の${bNative}` }
  if (roll < 0.65) return { romaji: `${q} ${a}`, native: `${qNative}${aNative}` }
  if (roll < 0.85) return { romaji: `${a} to ${b}`, native: `${aNative}と${bNative}` }
  return { romaji: `${q} ${a} no ${b}`, native: `${qNative}${aNative}の${bNative}` }
}

/** Gives titles that differ from each other by adding a number where one comes again. */
export function createTitleMaker(random: () => number): () => { romaji: string; native: string } {
  const times = new Map<string, number>()
  return () => {
    const title = madeUpTitle(random)
    const again = (times.get(title.romaji) ?? 0) + 1
    times.set(title.romaji, again)
    if (again === 1) return title
    return { romaji: `${title.romaji} ${again}`, native: `${title.native} ${again}` }
  }
}
