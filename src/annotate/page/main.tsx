import '@fontsource-variable/source-sans-3/wght.css'
import '@fontsource-variable/source-serif-4/opsz.css'
import '@fontsource-variable/source-serif-4/opsz-italic.css'
import './style/base.css'
import './style/frame.css'
import './style/queue.css'
import './style/document.css'
import './style/side-by-side.css'
import './style/agreement.css'
import './style/overview.css'
import { render } from 'preact'
import { App } from './app.tsx'
import { bindKeys } from './keys/commands.ts'
import { followAddress } from './route.ts'
import { watchVisibility } from './state/clock.ts'
import { start } from './state/live.ts'

const page = document.getElementById('page')
if (page !== null) {
  followAddress()
  bindKeys()
  watchVisibility()
  render(<App />, page)
  void start()
}
