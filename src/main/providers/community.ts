import type { Media, MediaKind, TitleKey } from '../../shared/media'
import type { AccountSettingsPatch } from '../../shared/community/account-settings'
import type { Activity, ActivityReply } from '../../shared/community/activity'
import type { Airing, OnAir } from '../../shared/community/airing'
import type {
  BrowseFilter,
  BrowseQuery,
  BrowseSort,
  BrowseTag,
} from '../../shared/community/browse'
import type { Favourites, ToggleTarget } from '../../shared/community/favourites'
import type {
  Comment,
  CommentDraft,
  Thread,
  ThreadDraft,
  ThreadFilter,
  ThreadPage,
} from '../../shared/community/forum'
import type { Notification } from '../../shared/community/notification'
import type { Page } from '../../shared/community/paging'
import type {
  Character,
  CharacterPage,
  SmallCharacter,
  SmallStaff,
  SmallStudio,
  Staff,
  StaffPage,
  StaffWork,
  Studio,
  StudioPage,
} from '../../shared/community/people'
import type { Review, ReviewDraft, ReviewVote } from '../../shared/community/review'
import type {
  Recommendation,
  SeriesDetails,
  SeriesPage,
  SeriesPart,
  SeriesPeople,
} from '../../shared/community/series'
import type { SmallUser, User } from '../../shared/community/user'
import type { Found } from './found'
import type { ListOwner, Provider, ServiceCall } from './provider'

/** A call whose answer names titles and people. */
export type Finding<T> = ServiceCall<Found<T>>

/** People of the service and what they do. Pages begin at 1; users are named by their numbers. */
export interface SocialCalls {
  me(): Finding<User>
  user(id: number): Finding<User>
  /** Fails with `gone` when the name turns out to be somebody else's number. */
  userNamed(name: string): Finding<User>
  searchUsers(text: string, page: number): Finding<Page<SmallUser>>
  following(userId: number, page: number): Finding<Page<SmallUser>>
  followers(userId: number, page: number): Finding<Page<SmallUser>>
  favourites(userId: number, page: number): Finding<Favourites>

  /** What the signed-in user and those they follow did. */
  feed(page: number): Finding<Page<Activity>>
  activitiesOf(userId: number, page: number): Finding<Page<Activity>>
  activity?(id: number): Finding<Activity>
  postStatus(text: string): Finding<Activity | null>
  postMessage(recipientId: number, text: string): Finding<Activity | null>
  postReply(activityId: number, text: string): Finding<ActivityReply | null>
  removeActivity(id: number): ServiceCall<void>
  removeReply(id: number): ServiceCall<void>

  /** `reset` sets the number of unread ones to 0, so only what the user opens may ask for it. */
  notifications(page: number, unread: 'keep' | 'reset'): Finding<Page<Notification>>
  /** How many are unread; `null` where the service does not say it to this kind of sign-in. */
  unreadCount(): ServiceCall<number | null>
}

/** What is on or off at the service. */
export interface ToggleCalls {
  canToggle(target: ToggleTarget): boolean
  /** How it stands for the signed-in user, whose number is `me`. */
  toggleState(target: ToggleTarget, me: number): ServiceCall<boolean>
  /**
   * Makes it `wanted`, which must differ from what was read just before: most of these turn around
   * whatever is there. The answer says how it stands now, or `null`. Never to be repeated blindly.
   */
  toggle(target: ToggleTarget, wanted: boolean): ServiceCall<boolean | null>
}

/** Titles. */
export interface SeriesCalls {
  series(title: TitleKey): Finding<SeriesDetails>
  seriesPage(title: TitleKey): Finding<SeriesPage>
  seriesPeople(title: TitleKey, part: SeriesPart, page: number): Finding<SeriesPeople>
  recommendations?(title: TitleKey, page: number): Finding<Page<Recommendation>>
  /** All known episodes of an anime, in their order. */
  airingsOf(title: TitleKey): ServiceCall<readonly Airing[]>
  /** What the signed-in user watches and airs at present, at most `limit`. */
  onAir(owner: ListOwner, limit: number): Finding<readonly OnAir[]>
}

/** Looking for titles. */
export interface DiscoverCalls {
  readonly browseSorts: readonly BrowseSort[]
  readonly browseFilters: readonly BrowseFilter[]
  browse(query: BrowseQuery, page: number): Finding<Page<Media>>
  search(kind: MediaKind, text: string, page: number): Finding<Page<Media>>
  genres(): ServiceCall<readonly string[]>
  tags?(): ServiceCall<readonly BrowseTag[]>
}

/** Characters, staff, studios. */
export interface PeopleCalls {
  /** Under which words staff are looked for apart. */
  readonly staffWorks: readonly StaffWork[]
  character(id: number): Finding<Character>
  characterPage(id: number, page: number): Finding<CharacterPage>
  searchCharacters(text: string, page: number): Finding<Page<SmallCharacter>>
  staff(id: number, work: StaffWork): Finding<Staff>
  staffPage(id: number, page: number): Finding<StaffPage>
  searchStaff(text: string, page: number, work: StaffWork): Finding<Page<SmallStaff>>
  studio(id: number): ServiceCall<Studio>
  studioPage(id: number, page: number): Finding<StudioPage>
  searchStudios(text: string, page: number): ServiceCall<Page<SmallStudio>>
}

/** Reviews. A draft that a service would refuse is `invalid-input`, before a request is spent. */
export interface ReviewCalls {
  review(kind: MediaKind, id: number): Finding<Review>
  reviewsOf(title: TitleKey, page: number): Finding<Page<Review>>
  reviewsBy(userId: number, page: number): Finding<Page<Review>>
  recentReviews?(kind: MediaKind | null, page: number): Finding<Page<Review>>
  /** The answer is the review as it stands now, or `null` where the service does not tell. */
  rateReview(kind: MediaKind, id: number, vote: ReviewVote): Finding<Review | null>
  saveReview(draft: ReviewDraft): Finding<Review | null>
  removeReview(kind: MediaKind, id: number): ServiceCall<void>
}

/** The forum. */
export interface ForumCalls {
  threads(filter: ThreadFilter, page: number): Finding<Page<Thread>>
  /** A thread with a page of its comments. */
  thread(id: number, page: number): Finding<ThreadPage>
  saveThread(draft: ThreadDraft): Finding<Thread | null>
  removeThread(id: number): ServiceCall<void>
  saveComment(draft: CommentDraft): Finding<Comment | null>
  removeComment(id: number): ServiceCall<void>
}

/** Settings that live at the service. */
export interface SettingsCalls {
  updateSettings?(patch: AccountSettingsPatch): Finding<User>
  removeCustomList?(kind: MediaKind, name: string): ServiceCall<void>
}

/**
 * What a service has beside lists, in one vocabulary, so that no view asks which service it is. A
 * member that is missing is an ability that the service lacks.
 */
export interface Community
  extends
    SocialCalls,
    ToggleCalls,
    SeriesCalls,
    DiscoverCalls,
    PeopleCalls,
    ReviewCalls,
    ForumCalls,
    SettingsCalls {}

export interface CommunityProvider extends Provider {
  readonly community: Community
}

/** The community of a service; `null` where it has none. */
export function communityOf(provider: Provider | CommunityProvider): Community | null {
  return 'community' in provider ? provider.community : null
}
