import { expect } from 'vitest'
import type { StaffWork } from '../../../../src/shared/community/people'
import { rowsOf, type SharedRow } from './row'

function staffRows(work: StaffWork): readonly SharedRow[] {
  return [
    {
      proves: `somebody asked for as ${work}`,
      asks: {
        anilist: [['community.staff', 'query StaffDetails', 'query Staff']],
        'anilist-v1': [['community.staff', `GET ${work}/{id}`]],
      },
      async run({ ask, catalogue, community }) {
        const there = catalogue.cast().staff[4]!
        const { value } = await ask(community.staff(there.id, work))

        expect(value).toMatchObject({
          id: there.id,
          work,
          name: { full: `${there.first} ${there.last}`, native: there.native },
          description: there.description,
          language: 'Japanese',
          birthday: there.birthday,
        })
      },
    },
    {
      proves: `people are found as ${work}`,
      asks: {
        anilist: [['community.searchStaff', 'query StaffSearch', 'query Page.staff']],
        'anilist-v1': [['community.searchStaff', `GET ${work}/search/{query}`]],
      },
      async run({ ask, catalogue, community }) {
        const there = catalogue.cast().staff[4]!
        const { value } = await ask(community.searchStaff(`${there.first} ${there.last}`, 1, work))
        const none = await ask(community.searchStaff('nobody at all', 1, work))

        expect(value.items.map(({ id }) => id)).toContain(there.id)
        expect(none.value.items).toEqual([])
      },
    },
  ]
}

const people: readonly SharedRow[] = [
  {
    proves: 'a character with what is told of it',
    asks: {
      anilist: [['community.character', 'query CharacterDetails', 'query Character']],
      'anilist-v1': [['community.character', 'GET character/{id}']],
    },
    async run({ ask, catalogue, community }) {
      const there = catalogue.cast().characters[8]!
      const { value, pictures } = await ask(community.character(there.id))

      expect(value).toMatchObject({
        id: there.id,
        name: { full: `${there.first} ${there.last}`, native: there.native },
        description: there.description,
        hasPicture: true,
      })
      expect(pictures.map(({ key }) => key)).toEqual([`character-${there.id}`])
    },
  },
  {
    proves: 'the page of a character names its titles and its part in them',
    asks: {
      anilist: [['community.characterPage', 'query CharacterPage', 'query Character']],
      'anilist-v1': [['community.characterPage', 'GET character/{id}/page']],
    },
    async run({ ask, catalogue, community }) {
      const { characters, seriesOfCharacter } = catalogue.cast()
      const there = characters.find(({ id }) => {
        const roles = seriesOfCharacter(id)
        return roles.length > 1 && roles.every(({ series }) => series.type === 'anime')
      })!

      const { value } = await ask(community.characterPage(there.id, 1))

      const roles = seriesOfCharacter(there.id)
      expect(value.character.id).toBe(there.id)
      expect(
        value.appearances.items.map(({ media, role }) => `${media.key} ${role}`).sort(),
      ).toEqual(
        roles.map(({ series, member }) => `anime:${series.id} ${member.role.toLowerCase()}`).sort(),
      )
    },
  },
  {
    proves: 'characters are found by name',
    asks: {
      anilist: [['community.searchCharacters', 'query CharacterSearch', 'query Page.characters']],
      'anilist-v1': [['community.searchCharacters', 'GET character/search/{query}']],
    },
    async run({ ask, catalogue, community }) {
      const there = catalogue.cast().characters[8]!
      const { value } = await ask(community.searchCharacters(`${there.first} ${there.last}`, 1))
      const none = await ask(community.searchCharacters('nobody at all', 1))

      expect(value.items.map(({ id }) => id)).toContain(there.id)
      expect(none.value.items).toEqual([])
    },
  },
  ...staffRows('staff'),
  ...staffRows('actor'),
  {
    proves: 'the page of somebody names their roles and their works',
    asks: {
      anilist: [['community.staffPage', 'query StaffPage', 'query Staff']],
      'anilist-v1': [['community.staffPage', 'GET staff/{id}/page']],
    },
    async run({ ask, catalogue, community }) {
      const { staff, seriesOfStaff, rolesOfActor } = catalogue.cast()
      const there = staff.find(
        ({ id }) => seriesOfStaff(id).length > 1 && rolesOfActor(id).length > 1,
      )!

      const { value } = await ask(community.staffPage(there.id, 1))

      expect(
        value.voices.items.map(({ media, character }) => `${media.key} ${character?.id}`).sort(),
      ).toEqual(
        rolesOfActor(there.id)
          .map(({ series, member }) => `${series.type}:${series.id} ${member.character.id}`)
          .sort(),
      )
      expect(value.works.items.map(({ media, role }) => `${media.key} ${role}`).sort()).toEqual(
        seriesOfStaff(there.id)
          .map(({ series, credit }) => `${series.type}:${series.id} ${credit.role}`)
          .sort(),
      )
    },
  },
  {
    proves: 'a studio',
    asks: {
      anilist: [['community.studio', 'query StudioDetails', 'query Studio']],
      'anilist-v1': [['community.studio', 'GET studio/{id}']],
    },
    async run({ ask, catalogue, community }) {
      const there = catalogue.cast().studios[3]!

      expect(await ask(community.studio(there.id))).toMatchObject({
        id: there.id,
        name: there.name,
      })
    },
  },
  {
    proves: 'the page of a studio names what it made, and where it led',
    asks: {
      anilist: [['community.studioPage', 'query StudioPage', 'query Studio']],
      'anilist-v1': [['community.studioPage', 'GET studio/{id}/page']],
    },
    async run({ ask, catalogue, community }) {
      const there = catalogue.cast().studios[3]!
      const { value } = await ask(community.studioPage(there.id, 1))

      const made = new Map(
        catalogue
          .cast()
          .seriesOfStudio(there.id)
          .map(({ series, credit }) => [`anime:${series.id}`, credit.isMain]),
      )
      expect(value.studio.name).toBe(there.name)
      expect(value.works.items.length).toBeGreaterThan(5)
      for (const { media, isMain } of value.works.items) expect(made.get(media.key)).toBe(isMain)
    },
  },
  {
    proves: 'studios are found by name',
    asks: {
      anilist: [['community.searchStudios', 'query StudioSearch', 'query Page.studios']],
      'anilist-v1': [['community.searchStudios', 'GET studio/search/{query}']],
    },
    async run({ ask, catalogue, community }) {
      const there = catalogue.cast().studios[3]!

      const found = await ask(community.searchStudios(there.name.slice(2), 1))

      expect(found.items).toContainEqual({ id: there.id, name: there.name })
      expect((await ask(community.searchStudios('no such studio', 1))).items).toEqual([])
    },
  },
]

export const peopleRows = rowsOf('people', people)
