'use strict';

function showLive(live) {
  const {summary, nodes} = live;
  $('#tiles').replaceChildren(
    tile(say('liveRelease'), releaseLink(summary.number), say(summary.source)),
    tile(say('since'), moment(summary.liveAt)),
    tile(say('author'), person(summary.author)),
    tile(say('approver'), person(summary.approver)),
    tile(say('servedBy'), say('nodeCount', {number: count(nodes.length)})));
  showNodes(nodes);
}

function showNodes(nodes) {
  $('#nodes').replaceChildren(element('div', table(say('nodes'), [
    [say('node'), (node) => node.name],
    [say('serves'), (node) => releaseLink(node.release)],
    [say('since'), (node) => moment(node.since)]
  ], nodes), 'table'));
}

function showDrafts() {
  const state = $('#state').value === '' ? '' : `&state=${$('#state').value}`;
  return showList($('#drafts'), say('drafts'), [
    [say('draft'), (row) => draftLink(row.id)],
    [say('title'), (row) => words(row.title)],
    [say('state'), (row) => stateMark(row.state)],
    [say('owner'), (row) => person(row.owner)],
    [say('changed'), (row) => `${moment(row.changedAt)} · ${person(row.changedBy)}`],
    [say('release'), (row) => releaseLink(row.release)]
  ], (page) => read(`drafts?page=${page}&size=${ROWS}${state}`), say('noDraft'));
}

function moreOf(row) {
  const made = element('span', undefined, 'links');
  made.append(
    link(say('diff'), `/changes/releases/${row.number}#diff`),
    link(say('exportZip'), `${DATA}releases/${row.number}/export`));
  if (!row.live && isIn('rule-approver')) {
    made.append(link(say('rollBack'), `/changes/releases/${row.number}#roll-back`));
  }
  return made;
}

function number(row) {
  const made = element('span', releaseLink(row.number));
  if (row.live) {
    made.append(' ', mark(say('isLive'), 'good'));
  }
  return made;
}

function showReleases() {
  return showList($('#releases'), say('releases'), [
    [say('release'), number],
    [say('since'), (row) => moment(row.liveAt)],
    [say('source'), (row) => say(row.source)],
    [say('author'), (row) => person(row.author)],
    [say('approver'), (row) => person(row.approver)],
    [say('why'), (row) => words(row.comment)],
    [say('more'), moreOf]
  ], (page) => read(`releases?page=${page}&size=${ROWS}`), say('nothing'));
}

function begun(draft) {
  location.assign(`/changes/drafts/${draft.id}`);
}

$('#state').addEventListener('change', () => act(null, showDrafts));

$('#new-draft').addEventListener('submit', (event) => {
  event.preventDefault();
  const {title, comment} = event.target.elements;
  act(event.submitter, async () => begun(await write('POST', 'drafts', {
    title: title.value.trim(), comment: comment.value.trim() || undefined
  })));
});

$('#zip').addEventListener('change', (event) => {
  const file = event.target.files[0];
  if (file) {
    act(null, async () => begun(await write(
      'POST', `drafts/import?title=${encodeURIComponent(file.name)}`, file, 'application/zip')));
  }
});

openPage(async () => {
  $('#new-draft').hidden = !isIn('rule-editor');
  const live = await readIfThere('releases/live');
  if (live) {
    showLive(live);
  }
  await Promise.all([showDrafts(), showReleases()]);
});
