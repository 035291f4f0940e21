import { initAll } from './govuk-frontend.min.js'

// The style sheet shows what needs a script only where there is one.
document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()
