import { batch, type Signal, signal } from '@preact/signals'

/** How far from what is seen a paragraph counts as near. */
const margin = '120% 0px'

/** Which paragraphs are near what is seen. */
class Nearness {
  readonly #near = new Map<number, Signal<boolean>>()

  of(paragraph: number): Signal<boolean> {
    const known = this.#near.get(paragraph)
    if (known !== undefined) return known
    const made = signal(false)
    this.#near.set(paragraph, made)
    return made
  }

  /** Watches the paragraphs in a column. */
  watch(column: HTMLElement): () => void {
    const observer = new IntersectionObserver(
      (entries) =>
        batch(() => {
          for (const { target, isIntersecting } of entries) {
            if (target instanceof HTMLElement) this.of(Number(target.dataset.paragraph)).value = isIntersecting
          }
        }),
      { rootMargin: margin },
    )
    for (const paragraph of column.querySelectorAll('[data-paragraph]')) observer.observe(paragraph)
    return () => {
      observer.disconnect()
      this.#near.clear()
    }
  }
}

export const nearness = new Nearness()
