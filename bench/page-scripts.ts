/* What the bench of the page runs in the browser; as text, because the bench is checked and compiled for Node. */

/**
 * Makes `watchNext()`, after which `decision` resolves to the milliseconds from the next key to the next annotation in
 * focus and painted, and to its decision saved.
 */
export const watchDecisions = `(() => {
  globalThis.watchNext = () => {
    globalThis.decision = new Promise((resolve) => {
      let pressed
      let shown
      let saved
      let wasSaving = false
      // Of two annotations of the same words, only the panel tells which is in focus.
      const inFocus = () => [
        document.querySelector('.text [data-current]')?.dataset.ids,
        document.querySelector('.panel-head .layer-tag')?.textContent,
      ].join()
      const before = inFocus()
      const line = document.querySelector('.saved')
      const finish = () => {
        if (!(shown > 0) || saved === undefined) return
        watching.disconnect()
        resolve({ shown: shown - pressed, saved: saved - pressed })
      }
      const look = () => {
        if (pressed === undefined) return
        if (shown === undefined && document.querySelector('.text [data-current]') !== null && inFocus() !== before) {
          shown = 0
          requestAnimationFrame(() => {
            shown = performance.now()
            finish()
          })
        }
        if (line.textContent !== 'All saved') wasSaving = true
        else if (wasSaving && saved === undefined) {
          saved = performance.now()
          finish()
        }
      }
      const watching = new MutationObserver(look)
      watching.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
      addEventListener('keydown', (event) => {
        pressed = event.timeStamp
      }, { capture: true, once: true })
    })
  }
})()`

/**
 * Takes the page's place with one that renders every highlight of the document as an element at once and keeps it so,
 * and decides by the same key with the same request. The milliseconds until it is painted.
 */
export const everyHighlightAnElement = `(async () => {
  const begun = performance.now()
  const overview = await fetch('/api/overview').then((answer) => answer.json())
  const id = overview.byDocument.sort((a, b) => b.counts.pending - a.counts.pending)[0].document
  const { paragraphs, annotations } = await fetch('/api/documents/' + id).then((answer) => answer.json())
  const here = Map.groupBy(annotations, ({ places }) => places[0].paragraph)
  document.body.innerHTML = '<div class="reading"><p class="saved">All saved</p><article class="text"></article></div>'
  const column = document.querySelector('.text')
  const line = document.querySelector('.saved')
  for (const { index, text } of paragraphs) {
    const paragraph = document.createElement('p')
    const covers = here.get(index) ?? []
    const bounds = [...new Set([0, text.length, ...covers.flatMap(({ places: [{ start, end }] }) => [start, end])])].sort((a, b) => a - b)
    bounds.slice(0, -1).forEach((start, place) => {
      const end = bounds[place + 1]
      const over = covers.filter(({ places: [span] }) => span.start <= start && span.end >= end)
      if (over.length === 0) return paragraph.append(text.slice(start, end))
      const mark = document.createElement('span')
      mark.className = 'mark'
      mark.tabIndex = -1
      mark.dataset.ids = over.map((one) => one.id).join(' ')
      mark.dataset.layers = over.map((one) => one.layer).join(' ')
      mark.dataset.open = mark.dataset.layers
      mark.textContent = text.slice(start, end)
      paragraph.append(mark)
    })
    column.append(paragraph)
  }
  let place = 0
  const focus = () => {
    document.querySelector('[data-current]')?.removeAttribute('data-current')
    const mark = document.querySelector('[data-ids~="' + annotations[place].id + '"]')
    mark.dataset.current = 'true'
    mark.focus({ preventScroll: true })
    mark.scrollIntoView({ block: 'nearest' })
  }
  globalThis.decideByKey?.abort()
  globalThis.decideByKey = new AbortController()
  addEventListener('keydown', async ({ key }) => {
    if (key !== 'a') return
    const { id: annotation, version: seen } = annotations[place]
    for (const mark of document.querySelectorAll('[data-ids~="' + annotation + '"]')) mark.removeAttribute('data-open')
    place += 1
    line.textContent = 'Saving'
    focus()
    await fetch('/api/decisions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ decisions: [{ annotation, seen, verdict: 'accept' }] }),
    }).then((answer) => answer.json())
    line.textContent = 'All saved'
  }, { signal: globalThis.decideByKey.signal })
  focus()
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  return performance.now() - begun
})()`
