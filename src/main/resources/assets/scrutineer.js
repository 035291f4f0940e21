import { initAll } from './govuk-frontend.min.js'

// The style sheet shows what needs a script only where there is one.
document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()

// What somebody types into a long form outlives a session that ends meanwhile: it stays in this tab until it is saved,
// with the version of what it was typed into.
for (const form of document.querySelectorAll('form[data-keep]')) {
  const key = ['typed', form.dataset.keep, form.getAttribute('action')].join(' ')
  const fields = () => [...form.elements].filter(field => field.name && field.name !== '_csrf')
  const kept = sessionStorage.getItem(key)
  const answered = document.querySelector('.govuk-error-summary, .govuk-notification-banner--success')
  if (kept && !answered) {
    const values = JSON.parse(kept)
    fields().forEach(field => { field.value = values[field.name] ?? field.value })
    form.querySelector('[data-kept]').hidden = false
  } else {
    sessionStorage.removeItem(key)
  }
  form.addEventListener('input', () => sessionStorage.setItem(key,
    JSON.stringify(Object.fromEntries(fields().map(field => [field.name, field.value])))))
}
document.querySelector('form[action="/sign-out"]')?.addEventListener('submit', () => sessionStorage.clear())
