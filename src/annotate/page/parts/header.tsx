import { addressOf, type Route, type Screen } from '../addresses.ts'
import { isHelpOpen } from '../keys/overlay.tsx'
import { route } from '../route.ts'
import { store } from '../state/store.ts'
import { SearchBox } from './search-box.tsx'
import { ThemeSwitch } from './theme.tsx'

const screens: readonly { words: string; to: Route; screens: readonly Screen[] }[] = [
  { words: 'Queue', to: { screen: 'queue', query: '' }, screens: ['queue', 'document', 'annotation'] },
  { words: 'Overview', to: { screen: 'overview' }, screens: ['overview'] },
  { words: 'Actors', to: { screen: 'actors', actor: null }, screens: ['actors'] },
  { words: 'Rules', to: { screen: 'rules', rule: null }, screens: ['rules'] },
  { words: 'Agreement', to: { screen: 'agreement', document: null }, screens: ['agreement'] },
]

/** The head of every screen: where to go, search, who reviews. */
export function Header() {
  const now = route.value.screen
  const session = store.session.value
  return (
    <header class="page-head">
      <a class="skip" href="#main">
        Skip to the text
      </a>
      <a class="name" href="/">
        Tocsin
      </a>
      <nav aria-label="Screens">
        <ul>
          {screens.map(({ words, to, screens }) => (
            <li key={words}>
              <a href={addressOf(to)} aria-current={screens.includes(now) ? 'page' : undefined}>
                {words}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <SearchBox />
      <div class="page-tools">
        {session !== null && (
          <span class="reviewer" title={session.blind ? 'You decide without sight of others' : undefined}>
            {session.reviewer}
            {session.blind && <span class="quiet"> · blind</span>}
          </span>
        )}
        <ThemeSwitch />
        <button
          type="button"
          class="plain"
          aria-label="Keys"
          onClick={() => {
            isHelpOpen.value = true
          }}
        >
          ?
        </button>
      </div>
    </header>
  )
}
