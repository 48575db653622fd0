// Every page works without this file. It only adds comfort.
(() => {
  // The error summary takes the focus, so that a screen reader starts there.
  const summary = document.querySelector('.govuk-error-summary')
  if (summary) {
    summary.setAttribute('tabindex', '-1')
    summary.focus()
    // A link to a field lands in the field, with its label in view.
    summary.addEventListener('click', (event) => {
      const link = event.target.closest('a[href^="#"]')
      const field = link && document.getElementById(link.hash.slice(1))
      if (field) {
        event.preventDefault()
        const question = field.closest('fieldset, .govuk-form-group') || field
        question.scrollIntoView()
        field.focus({ preventScroll: true })
      }
    })
  }

  // A second click within a second does not send a form twice.
  const justSent = new WeakSet()
  document.addEventListener('submit', (event) => {
    if (justSent.has(event.target)) {
      event.preventDefault()
      return
    }
    justSent.add(event.target)
    setTimeout(() => justSent.delete(event.target), 1000)
  })

  // Earlier answers appear while a request is typed. What is typed goes into the body, never an address.
  document.querySelectorAll('[data-earlier-answers]').forEach((place) => {
    const field = document.getElementById(place.dataset.earlierAnswers)
    const token = field && field.form && field.form.querySelector('input[name="_csrf"]')
    if (!token) {
      return
    }
    let waiting
    let asked = field.value.trim()
    const look = async () => {
      const text = field.value.trim()
      if (text === asked || text.length < 20) {
        return
      }
      asked = text
      const body = new URLSearchParams([['_csrf', token.value], ['text', text]])
      const answer = await fetch('/earlier-answers/list', { method: 'POST', body })
      if (answer.ok && asked === text) {
        place.innerHTML = await answer.text()
      }
    }
    field.addEventListener('input', () => {
      clearTimeout(waiting)
      waiting = setTimeout(() => look().catch(() => {}), 800)
    })
  })

  document.querySelectorAll('[data-print]').forEach((button) => {
    button.hidden = false
    button.addEventListener('click', () => window.print())
  })
})()
