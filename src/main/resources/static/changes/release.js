'use strict';

const release = location.pathname.split('/')[3];

function fact(name, value) {
  return value === undefined || value === '' ? [] : [element('dt', say(name)), element('dd', value)];
}

function showHead({summary, hash, nodes}) {
  $('#name').textContent = say('releaseNumber', {number: summary.number});
  document.title = $('#name').textContent;
  $('#marks').replaceChildren(...summary.live ? [mark(say('isLive'), 'good')] : []);
  $('#facts').replaceChildren(
    ...fact('since', moment(summary.liveAt)),
    ...fact('source', say(summary.source)),
    ...fact('draft', summary.draft && draftLink(summary.draft)),
    ...fact('restores', summary.restores && releaseLink(summary.restores)),
    ...fact('author', person(summary.author)),
    ...fact('approver', person(summary.approver)),
    ...fact('why', summary.comment),
    ...fact('hash', hash),
    ...fact('servedBy', nodes.map((node) => node.name).join(', ')));
  $('#export').replaceChildren(link(say('exportZip'), `${DATA}releases/${release}/export`));
  $('#roll-back').hidden = summary.live || !isIn('rule-approver');
}

async function showDifferences() {
  const other = $('#other').value;
  $('#differences').replaceChildren(other === ''
    ? element('p', say('nothingBefore'), 'empty')
    : differences(await read(`releases/${release}/diff?from=${other}`)));
}

/** The releases to compare with: the one before first. */
async function offerOthers() {
  const {items} = await read('releases?size=200');
  const chosen = $('#other').value;
  const others = items.filter((one) => String(one.number) !== release);
  $('#other').replaceChildren(...others.map((one) => {
    const made = element('option', `${say('releaseNumber', {number: one.number})} · ${moment(one.liveAt)}`);
    made.value = one.number;
    return made;
  }));
  const before = others.find((one) => one.number < Number(release)) ?? others[0];
  $('#other').value = chosen || (before?.number ?? '');
}

async function showFiles() {
  const files = await read(`releases/${release}/files`);
  $('#files').replaceChildren(element('div', table(say('files'), [
    [say('file'), (file) => link(file.path, `${DATA}releases/${release}/file?path=${encodeURIComponent(file.path)}`)],
    [say('size'), (file) => count(file.size), true]
  ], files), 'table'));
}

$('#other').addEventListener('change', () => act(null, showDifferences));

$('#roll-back-form').addEventListener('submit', (event) => {
  event.preventDefault();
  act(event.submitter, async () => {
    const made = await write('POST', `releases/${release}/roll-back`, {
      comment: event.target.elements.comment.value.trim()
    });
    location.assign(`/changes/releases/${made.summary.number}`);
  });
});

openPage(async () => {
  const details = await read(`releases/${release}`);
  showHead(details);
  $('#findings').replaceChildren(details.checks.length === 0
    ? element('p', say('notChecked'), 'empty')
    : findings(details.checks));
  await Promise.all([
    offerOthers().then(showDifferences),
    showFiles(),
    showList($('#events'), say('history'), EVENTS(),
      (page) => read(`releases/${release}/history?page=${page}&size=${ROWS}`), say('nothing'))
  ]);
  $('#content').hidden = false;
  if (location.hash !== '') {
    document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }
});
