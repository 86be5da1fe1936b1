const said = []
window.fixture.onHeard((words) => said.push(words))
window.said = said

const loaded = (picture) =>
  picture.complete
    ? Promise.resolve()
    : new Promise((done) => (picture.onload = picture.onerror = done))
await Promise.all([...document.images].map(loaded))
document.querySelector('#echo').textContent = await window.fixture.invoke('echo', 'hello')
document.documentElement.dataset.ready = 'welcome'
