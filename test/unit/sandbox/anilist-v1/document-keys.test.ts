import { describe, expect, it } from 'vitest'
import { createAsk } from '../ask'

/** The keys that the document of AniList v1 prints for each of its models. */
const keys = {
  user:
    'id display_name anime_time manga_chap about list_order adult_content following image_url_lge ' +
    'image_url_med image_url_banner title_language score_type custom_list_anime custom_list_manga ' +
    'advanced_rating advanced_rating_names notifications',
  smallUser: 'id display_name image_url_lge image_url_med',
  smallSeries:
    'id series_type title_romaji title_english title_japanese type start_date_fuzzy end_date_fuzzy ' +
    'synonyms genres adult average_score popularity image_url_sml image_url_med image_url_lge ' +
    'updated_at',
  series:
    'start_date end_date season description favourite image_url_banner score_distribution list_stats',
  anime: 'total_episodes duration airing_status youtube_id hashtag source airing_stats',
  manga: 'total_chapters total_volumes publishing_status',
  character: 'name_alt info id name_first name_last name_japanese image_url_lge image_url_med role',
  smallCharacter: 'id name_first name_last image_url_lge image_url_med role',
  staff:
    'dob website info id name_first name_last name_first_japanese name_last_japanese image_url_lge ' +
    'image_url_med language role',
  smallStaff: 'id name_first name_last image_url_lge image_url_med language role',
  studio: 'studio_name studio_wiki id main_studio',
  review: 'id date rating rating_amount summary private user_rating text score user',
  feed: 'total per_page current_page last_page from to data',
  feedThread:
    'id title sticky last_reply reply_count view_count tags tags_anime tags_manga user reply_user',
  thread:
    'id user_id title body sticky locked last_reply last_reply_user deleted_at created_at reply_count ' +
    'view_count subscribed page_data tags tags_anime tags_manga user reply_user comments',
  pageData: 'total_root per_page current_page last_page from to',
  tag: 'id thread_id tag_id',
  tagSeries:
    'id title_romaji type image_url_med image_url_sml title_japanese title_english image_url_lge ' +
    'airing_status average_score total_episodes adult relation_type role',
  comment: 'id parent_id user_id thread_id comment created_at updated_at user children',
  token: 'access_token token_type expires expires_in',
} as const

type Model = Record<string, unknown>

/** Paths at which the models are found, each after the path of the call. */
function at(json: unknown, ...path: (string | number)[]): Model {
  return path.reduce<unknown>((found, step) => (found as never)[step], json) as Model
}

describe('a model of AniList v1 has every key of its document', () => {
  const ask = createAsk({ limits: { 'anilist-v1': { api: { max: 1000 } } } })
  const { forum, reviews } = ask.sandbox.inspect.social('anilist-v1')
  const tagged = forum.threads.rows().find(({ categories }) => categories.includes(1))
  const commented = forum.comments.rows()[0]?.threadId
  const review = reviews.table.rows()[0]

  it.each([
    ['user', 'user', []],
    ['smallUser', `user/${ask.userId}/following`, [0]],
    ['smallSeries', 'browse/anime', [0]],
    ['smallSeries', 'anime/700001', []],
    ['series', 'anime/700001', []],
    ['anime', 'anime/700001', []],
    ['series', 'manga/500001', []],
    ['manga', 'manga/500001', []],
    ['character', 'character/1', []],
    ['smallCharacter', 'anime/700001/characters', ['characters', 0]],
    ['smallStaff', 'anime/700001/characters', ['characters', 0, 'actor', 0]],
    ['staff', 'staff/1', []],
    ['studio', 'studio/1', []],
    ['review', `${review?.type}/review/${review?.id}`, []],
    ['smallUser', `${review?.type}/review/${review?.id}`, ['user']],
    ['feed', 'forum/recent', []],
    ['feedThread', 'forum/recent', ['data', 0]],
    ['thread', `forum/thread/${commented}`, []],
    ['pageData', `forum/thread/${commented}`, ['page_data']],
    ['comment', `forum/thread/${commented}`, ['comments', 0]],
    ['tag', `forum/thread/${tagged?.id}`, ['tags_anime', 0]],
    ['tagSeries', `forum/thread/${tagged?.id}`, ['tags_anime', 0, 'anime', 0]],
  ] as const)('%s, at GET %s', async (model, path, place) => {
    const { json } = await ask.v1('GET', path)
    const found = at(json, ...place)
    expect(keys[model].split(' ').filter((key) => !(key in found))).toEqual([])
  })

  it('token, at POST auth/access_token', async () => {
    const { clientId = '', clientSecret = '' } = ask.sandbox.accounts['anilist-v1'] ?? {}
    const client = { client_id: clientId, client_secret: clientSecret }
    const fields = { grant_type: 'client_credentials', ...client }
    const { json } = await ask.v1('POST', 'auth/access_token', fields)
    expect(keys.token.split(' ').filter((key) => !(key in Object(json)))).toEqual([])
  })
})
