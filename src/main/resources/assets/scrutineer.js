import { initAll } from './govuk-frontend.min.js'

// The style sheet shows what needs a script only where there is one.
document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()

// What somebody types outlives a session that ends meanwhile: it stays in this tab until it is taken, with what the form
// knew when it was typed into. Passwords, codes, files and what stands in returns never do.
const { account } = document.body.dataset
const notTaken = location.pathname.startsWith('/sign-in') || document.querySelector('[data-not-taken]')
const kept = () => Object.keys(sessionStorage).filter(key => key.startsWith('typed '))
const read = key => JSON.parse(sessionStorage.getItem(key))
const write = (key, typed) => sessionStorage.setItem(key, JSON.stringify(typed))

for (const key of kept()) {
  const typed = read(key)
  if (notTaken) {
    write(key, { ...typed, sent: false })
  } else if (typed.sent) {
    sessionStorage.removeItem(key)
  }
}

for (const form of account ? document.querySelectorAll('main form[method=post]') : []) {
  const never = ['_csrf', ...(form.dataset.neverKept ?? '').split(' ')]
  const fields = () => [...form.elements].filter(field => field.name && !never.includes(field.name) && field.type !== 'submit')
  if (fields().some(field => ['password', 'file'].includes(field.type))) {
    continue
  }
  const key = ['typed', account, form.getAttribute('action'), location.search].join(' ')
  const id = field => ['checkbox', 'radio'].includes(field.type) ? field.name + '=' + field.value : field.name
  const state = field => id(field) === field.name ? field.value : field.checked
  const keep = sent =>
    write(key, { sent, fields: Object.fromEntries(fields().map(field => [id(field), state(field)])) })
  const before = read(key)
  if (before && !document.querySelector('.govuk-error-summary')) {
    for (const field of fields()) {
      if (id(field) === field.name) {
        field.value = before.fields[id(field)] ?? field.value
      } else {
        field.checked = before.fields[id(field)] ?? field.checked
      }
    }
    const note = document.createElement('div')
    note.className = 'govuk-inset-text'
    note.textContent = 'What you had typed before is here again. It is not saved yet.'
    form.prepend(note)
  }
  form.addEventListener('input', () => keep(false))
  form.addEventListener('submit', () => read(key) && keep(true))
}
document.querySelector('form[action="/sign-out"]')?.addEventListener('submit', () => sessionStorage.clear())
