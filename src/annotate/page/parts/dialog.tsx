import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { useCommands } from '../keys/commands.ts'

interface DialogProps {
  readonly title: string
  readonly close: () => void
  readonly className?: string
  readonly children: ComponentChildren
}

/** A dialog over the page: takes the focus, gives it back, and closes by Escape. */
export function Dialog({ title, close, className = '', children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useCommands({ close }, { isModal: true })
  useEffect(() => {
    const before = document.activeElement
    dialog.current?.showModal()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      class={`dialog ${className}`}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
    >
      <header class="dialog-head">
        <h2 id={heading}>{title}</h2>
        <button type="button" class="plain" onClick={close} aria-label="Close">
          ✕
        </button>
      </header>
      {children}
    </dialog>
  )
}
