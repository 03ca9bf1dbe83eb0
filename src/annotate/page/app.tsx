import { useEffect, useRef } from 'preact/hooks'
import type { Route } from './addresses.ts'
import { useCommands } from './keys/commands.ts'
import { isHelpOpen, KeyOverlay } from './keys/overlay.tsx'
import { ConflictDialog } from './parts/conflict-dialog.tsx'
import { Empty } from './parts/fetched.tsx'
import { Header } from './parts/header.tsx'
import { RefusedList } from './parts/refused-list.tsx'
import { StatusLine } from './parts/status-line.tsx'
import { switchTheme } from './parts/theme.tsx'
import { go, route } from './route.ts'
import { ActorsScreen } from './screens/actors/actors-screen.tsx'
import { AgreementScreen } from './screens/agreement/agreement-screen.tsx'
import { AnnotationRedirect } from './screens/document/annotation-redirect.tsx'
import { DocumentScreen } from './screens/document/document-screen.tsx'
import { OverviewScreen } from './screens/overview/overview-screen.tsx'
import { QueueScreen } from './screens/queue/queue-screen.tsx'
import { RulesScreen } from './screens/rules/rules-screen.tsx'
import { redo, undo } from './state/deciding.ts'

/** The page: its head, the screen that the address means, and the status line. */
export function App() {
  const main = useRef<HTMLElement>(null)
  const { screen } = route.value
  useCommands(
    {
      help: () => {
        isHelpOpen.value = true
      },
      undo: () => {
        undo()
      },
      redo: () => {
        redo()
      },
      theme: switchTheme,
      goQueue: () => go({ screen: 'queue', query: '' }),
      goOverview: () => go({ screen: 'overview' }),
      goActors: () => go({ screen: 'actors', actor: null }),
      goRules: () => go({ screen: 'rules', rule: null }),
      goAgreement: () => go({ screen: 'agreement', document: null }),
    },
    { isBase: true },
  )
  useEffect(() => {
    document.title = `${titleOf(screen)} · Tocsin`
  }, [screen])
  return (
    <>
      <Header />
      <main id="main" ref={main} tabIndex={-1} data-screen={screen}>
        <RefusedList />
        <ScreenOf route={route.value} />
      </main>
      <StatusLine />
      <KeyOverlay />
      <ConflictDialog />
    </>
  )
}

function ScreenOf({ route }: { route: Route }) {
  switch (route.screen) {
    case 'queue':
      return <QueueScreen query={route.query} />
    case 'document':
      return <DocumentScreen key={route.document} document={route.document} annotation={route.annotation} />
    case 'annotation':
      return <AnnotationRedirect annotation={route.annotation} />
    case 'actors':
      return <ActorsScreen actor={route.actor} />
    case 'overview':
      return <OverviewScreen />
    case 'agreement':
      return <AgreementScreen document={route.document} />
    case 'rules':
      return <RulesScreen rule={route.rule} />
    default:
      return (
        <>
          <h1 class="visually-hidden">Not found</h1>
          <Empty title="There is nothing here">
            <p>
              Go on with <a href="/queue">the queue</a>.
            </p>
          </Empty>
        </>
      )
  }
}

function titleOf(screen: Route['screen']): string {
  const titles = {
    queue: 'Queue',
    document: 'Document',
    annotation: 'Document',
    actors: 'Actors',
    agreement: 'Agreement',
    rules: 'Rules',
    overview: 'Overview',
    nowhere: 'Not found',
  }
  return titles[screen]
}
