import type { ComponentChildren } from 'preact'
import { run } from '../keys/commands.ts'
import { KeyCap } from '../keys/key-cap.tsx'
import { bindings, type Command } from '../keys/table.ts'

interface CommandButtonProps {
  readonly command: Command
  readonly className?: string
  readonly disabled?: boolean
  readonly children: ComponentChildren
}

/** A button that does what a key does, and shows the key. */
export function CommandButton({ command, className = '', disabled = false, children }: CommandButtonProps) {
  const binding = bindings.find((one) => one.command === command)
  const [key] = binding?.keys ?? []
  return (
    <button
      type="button"
      class={`command ${className}`}
      disabled={disabled}
      title={binding?.words}
      onClick={() => run(command)}
    >
      {children}
      {key !== undefined && (
        <span class="key-hint" aria-hidden="true">
          <KeyCap name={key} />
        </span>
      )}
    </button>
  )
}
