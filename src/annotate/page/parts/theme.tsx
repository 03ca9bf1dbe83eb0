import { effect, signal } from '@preact/signals'

const themes = ['system', 'light', 'dark'] as const
type Theme = (typeof themes)[number]

const settingName = 'tocsin.theme'

/** Light, dark, or as the reviewer's system says. */
const theme = signal<Theme>(themes.find((one) => one === localStorage.getItem(settingName)) ?? 'system')

effect(() => {
  document.documentElement.dataset.theme = theme.value
  localStorage.setItem(settingName, theme.value)
})

/** Goes from light to dark or back. */
export function switchTheme(): void {
  const isDark =
    theme.value === 'dark' || (theme.value === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
  theme.value = isDark ? 'light' : 'dark'
}

/** Chooses between light, dark and what the system says. */
export function ThemeSwitch() {
  return (
    <label class="theme-switch">
      <span class="visually-hidden">Colours</span>
      <select
        value={theme.value}
        onChange={(event) => {
          theme.value = themes.find((one) => one === event.currentTarget.value) ?? 'system'
        }}
      >
        <option value="system">Auto</option>
        <option value="light">Light</option>
        <option value="dark">Dark</option>
      </select>
    </label>
  )
}
