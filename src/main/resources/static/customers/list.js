'use strict';

const SIZE = 50;
let page = 0;

function show(data) {
  const place = $('#list');
  if (data.items.length === 0) {
    place.replaceChildren(element('p', say('nobody'), 'empty'));
  } else {
    place.replaceChildren(table(say('customers'), [
      [say('number'), (row) => link(row.id, `/customers/${row.id}`)],
      [say('name'), (row) => row.name ?? '–'],
      [say('company'), (row) => row.company ?? '–'],
      [say('tier'), (row) => say(row.tier)],
      [say('complaints'), (row) => count(row.complaints), true],
      [say('open'), (row) => count(row.openComplaints), true],
      [say('firstSeen'), (row) => moment(row.firstSeenAt), true]
    ], data.items));
  }
  const pages = Math.ceil(data.total / SIZE);
  $('.pages').hidden = pages < 2;
  $('#previous').disabled = page === 0;
  $('#next').disabled = page + 1 >= pages;
  $('#page').textContent = say('pageOf', {page: page + 1, pages});
  $('#status').textContent = say('found', {number: count(data.total)});
}

function load() {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData($('#filter'))) {
    if (value.trim() !== '') {
      query.set(name, value.trim());
    }
  }
  history.replaceState(null, '', query.size > 0 ? `?${query}` : location.pathname);
  query.set('size', SIZE);
  query.set('page', page);
  fetchInto(`/customers/data?${query}`, show);
}

$('#filter').addEventListener('submit', (event) => {
  event.preventDefault();
  const number = $('#filter').elements.q.value.trim().toUpperCase();
  if (/^CUS-\d+$/.test(number)) {
    location.assign(`/customers/${number}`);
    return;
  }
  page = 0;
  load();
});

for (const [id, step] of [['previous', -1], ['next', 1]]) {
  document.getElementById(id).addEventListener('click', () => {
    page += step;
    load();
  });
}

for (const [name, value] of new URLSearchParams(location.search)) {
  const field = $('#filter').elements[name];
  if (field) {
    field.value = value;
  }
}
speak(load);
