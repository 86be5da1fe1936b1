import { between, createRandom, pick, sample } from '../core/random'
import type { Series } from '../world/series'
import type { World } from '../world/world'
import { seedNotifications } from './seed-notifications'
import { paragraph, longText } from './prose'
import { seedForum } from './seed-forum'
import { emptyActivity } from './activities'
import type { Seeding } from './seeding'
import { favouriteTarget, type Social } from './social'

/** Makes up what the people of a service have done so far. */
export function seedSocial(social: Social, world: World): void {
  const random = createRandom(world.catalogue.seed ^ 0x50c1a1)
  const best = (type: 'anime' | 'manga'): Series[] =>
    [...world.catalogue.of(type)].sort((a, b) => b.popularity - a.popularity).slice(0, 60)
  const seeding: Seeding = {
    social,
    world,
    random,
    people: world.users.rows().map(({ id }) => id),
    titles: [...best('anime'), ...best('manga')],
    now: world.clock.seconds(),
  }
  seedFavourites(seeding)
  seedFollows(seeding)
  seedReviews(seeding)
  seedRecommendations(seeding)
  seedActivities(seeding)
  seedForum(seeding)
  seedNotifications(seeding)
}

function seedFavourites({ social, world, random, people, titles }: Seeding): void {
  const { characters, staff, studios } = world.catalogue.cast()
  for (const user of people) {
    const mark = (kind: Parameters<typeof favouriteTarget>[0], ids: number[]): void => {
      for (const id of ids) social.favourites.set(user, favouriteTarget(kind, id), true)
    }
    for (const { id, type } of sample(random, titles, 9)) mark(type, [id])
    mark(
      'character',
      sample(random, characters, 5).map(({ id }) => id),
    )
    mark(
      'staff',
      sample(random, staff, 3).map(({ id }) => id),
    )
    mark(
      'studio',
      sample(random, studios, 2).map(({ id }) => id),
    )
  }
}

function seedFollows({ social, random, people }: Seeding): void {
  for (const user of people) {
    const others = people.filter((id) => id !== user)
    for (const other of sample(random, others, Math.min(5, others.length))) {
      social.follows.set(user, String(other), true)
    }
  }
}

function seedReviews({ social, random, people, titles, now }: Seeding): void {
  const { reviews } = social
  for (const series of sample(random, titles, 30)) {
    const at = now - between(random, 86_400, 60_000_000)
    const id = reviews.nextId()
    reviews.table.put({
      id,
      userId: pick(random, people),
      mediaId: series.id,
      type: series.type,
      summary: paragraph(random, 1, 1).slice(0, 110).padEnd(20, '.'),
      body: longText(random, 2000),
      score: between(random, 3, 10) * 10,
      private: false,
      createdAt: at,
      updatedAt: at,
    })
    for (const voter of people) {
      if (random() < 0.4) reviews.vote(id, voter, random() < 0.7)
    }
  }
}

function seedRecommendations({ social, random, people, titles }: Seeding): void {
  const { recommendations } = social
  for (const series of titles) {
    const alike = titles.filter((other) => other.type === series.type && other !== series)
    for (const other of sample(random, alike, Math.min(3, alike.length))) {
      recommendations.table.put({
        id: recommendations.nextId(),
        mediaId: series.id,
        otherId: other.id,
        userId: pick(random, people),
        rating: between(random, -2, 60),
      })
    }
  }
}

function seedActivities(seeding: Seeding): void {
  const { social, random, people, titles, now } = seeding
  const { activities, likes } = social
  for (let at = 60; at > 0; at--) {
    const userId = pick(random, people)
    const createdAt = now - at * 9000 - between(random, 0, 8000)
    const id = activities.nextId()
    const roll = random()
    if (roll < 0.25) {
      const of = { id, graphType: 'TextActivity', type: 'TEXT', userId, createdAt } as const
      activities.table.put({ ...emptyActivity(of), text: paragraph(random, 1, 3) })
    } else if (roll < 0.35) {
      const of = { id, graphType: 'MessageActivity', type: 'MESSAGE', userId, createdAt } as const
      const recipientId = people[0] ?? userId
      activities.table.put({ ...emptyActivity(of), recipientId, text: paragraph(random, 1, 2) })
    } else {
      const series = pick(random, titles)
      const anime = series.type === 'anime'
      const type = anime ? 'ANIME_LIST' : 'MANGA_LIST'
      const of = { id, graphType: 'ListActivity', type, userId, createdAt } as const
      const first = between(random, 1, 10)
      activities.table.put({
        ...emptyActivity(of),
        status: anime ? 'watched episode' : 'read chapter',
        progress: random() < 0.5 ? String(first) : `${first} - ${first + 2}`,
        mediaId: series.id,
      })
    }
    for (const fan of people) if (random() < 0.12) likes.set(fan, `ACTIVITY ${id}`, true)
    for (let reply = between(random, 0, 2); reply > 0; reply--) {
      const replyId = activities.nextReplyId()
      const of = { id: replyId, activityId: id, userId: pick(random, people) }
      activities.replies.put({ ...of, text: paragraph(random, 1, 2), createdAt: createdAt + 600 })
    }
  }
}
