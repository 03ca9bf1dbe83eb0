import { signal } from '@preact/signals'
import { Dialog } from '../parts/dialog.tsx'
import { isAvailable, setSingleKeys, singleKeys } from './commands.ts'
import { KeyCap } from './key-cap.tsx'
import { type Binding, bindings, keyTable } from './table.ts'

/** Whether the keys are shown. */
export const isHelpOpen = signal(false)

/** The keys that work on this screen, out of the table that binds them. */
export function KeyOverlay() {
  if (!isHelpOpen.value) return null
  const groups = Object.entries(keyTable).map(([group, { title }]) => ({
    title,
    rows: bindings.filter((binding) => binding.group === group && isAvailable(binding.command)),
  }))
  return (
    <Dialog
      title="Keys"
      className="key-overlay"
      close={() => {
        isHelpOpen.value = false
      }}
    >
      <div class="key-groups">
        {groups
          .filter(({ rows }) => rows.length > 0)
          .map(({ title, rows }) => (
            <section key={title}>
              <h3>{title}</h3>
              <dl>
                {rows.map((row) => (
                  <KeyRow key={row.command} row={row} />
                ))}
              </dl>
            </section>
          ))}
      </div>
      <label class="setting">
        <input
          type="checkbox"
          checked={singleKeys.value}
          onChange={(event) => setSingleKeys(event.currentTarget.checked)}
        />
        Keys without Ctrl or Alt work, too
      </label>
    </Dialog>
  )
}

function KeyRow({ row }: { row: Binding }) {
  return (
    <div class="key-row">
      <dt>{row.words}</dt>
      <dd>
        {row.keys.map((key, place) => (
          <>
            {place > 0 && <span class="quiet"> or </span>}
            <KeyCap name={key} />
          </>
        ))}
      </dd>
    </div>
  )
}
