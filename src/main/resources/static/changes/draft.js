'use strict';

const id = location.pathname.split('/')[3];
const STEPS = ['write', 'diff', 'check', 'try', 'shadow', 'decide', 'history'];
const DECISIONS = {
  REQUEST: 'request', RECALL: 'recall', APPROVE: 'approval', RETURN: 'return', WITHDRAW: 'withdrawal', COMMENT: 'comments'
};
let draft = null;
let checked = null;

function step() {
  const named = location.hash.slice(1);
  return STEPS.includes(named) ? named : 'write';
}

function go(name) {
  if (step() === name) {
    return showStep();
  }
  location.hash = name;
  return null;
}

function showSteps() {
  $('#steps').replaceChildren(...STEPS.map((name) => {
    const made = link(say(name), `#${name}`);
    if (name === step()) {
      made.setAttribute('aria-current', 'step');
    }
    return made;
  }));
  STEPS.forEach((name) => {
    document.getElementById(name).hidden = name !== step();
  });
}

/** Shows the step that the address names, with what it needs. */
function showStep() {
  showSteps();
  return act(null, () => SHOW[step()]());
}

const SHOW = {
  write: showWrite,
  diff: showDifferences,
  check: showChecks,
  try: () => showTries(),
  shadow: () => showShadow(),
  decide: showDecide,
  history: () => showList($('#events'), say('history'), EVENTS(),
    (page) => read(`drafts/${id}/history?page=${page}&size=${ROWS}`), say('nothing'))
};

/** Beside what is live; what a published draft changed is told by its release. */
async function showDifferences() {
  const shown = draft.release === undefined
    ? await read(`drafts/${id}/diff`)
    : await read(`releases/${draft.release}/diff?from=${draft.release - 1}`);
  $('#differences').replaceChildren(differences(shown));
}

function isPast() {
  return draft.state === 'PUBLISHED' || draft.state === 'WITHDRAWN';
}

function checkMark() {
  const {checks} = draft;
  if (!checks) {
    return mark(say('unchecked'));
  }
  if (!checks.current) {
    return mark(say('outdated'));
  }
  return checks.passed ? mark(say('passed'), 'good') : mark(say('failedChecks', {number: checks.errors}), 'alarm');
}

function showHead() {
  $('#name').textContent = draft.title;
  document.title = `${say('draftNumber', {number: draft.id})} · ${draft.title}`;
  const made = [
    element('span', say('draftNumber', {number: draft.id})),
    stateMark(draft.state),
    mark(say('versionOf', {number: draft.version})),
    ...isPast() ? [] : [checkMark()]];
  made.push(element('span', say('basedOn', {number: draft.baseRelease})));
  if (draft.allowed.includes('WRITE')) {
    made.push(button(say('rename'), (pressed) => {
      const title = window.prompt(say('newName'), draft.title)?.trim();
      if (title) {
        act(pressed, async () => {
          draft = await write('PUT', `drafts/${id}`, {version: draft.version, title});
          showHead();
        });
      }
    }, 'link'));
  }
  $('#marks').replaceChildren(...made);
}

/** Shows what of the draft stands in every step, after it was changed. */
async function showDraft() {
  checked = draft.checks ? await readIfThere(`drafts/${id}/checks`) : null;
  showHead();
  showFiles();
}

function showFiles() {
  if (draft.files.length === 0) {
    $('#files').replaceChildren(element('p', say('noFile'), 'empty'));
    return;
  }
  $('#files').replaceChildren(element('div', table(say('files'), [
    [say('file'), (file) => button(file.path, (pressed) => act(pressed, () => openFile(file.path).then(() => '')), 'link')],
    [say('what'), (file) => mark(say(file.kind), file.kind === 'DELETED' ? 'alarm' : '')],
    [say('more'), moreOfFile]
  ], draft.files), 'table'));
}

function moreOfFile(file) {
  const made = element('span', undefined, 'links');
  if (file.overtaken) {
    made.append(mark(say('overtaken'), 'alarm'));
    if (writable()) {
      made.append(button(say('keepMine'), (pressed) => act(pressed, async () => {
        draft = await write('POST',
          `drafts/${id}/rebase?path=${encodeURIComponent(file.path)}&version=${draft.version}`, {});
        await showDraft();
      }), 'link'));
    }
  }
  if (writable()) {
    made.append(button(say('leave'), (pressed) => act(pressed, () => leaveFile(file.path)), 'link'));
  }
  return made;
}

/** Offers the live files, folder by folder. */
async function offerFiles() {
  const files = await read('releases/live/files');
  const folders = new Map();
  files.forEach(({path}) => {
    const folder = path.slice(0, path.lastIndexOf('/'));
    folders.set(folder, [...folders.get(folder) ?? [], path]);
  });
  const none = element('option', say('choose'));
  none.value = '';
  $('#live-file').replaceChildren(none, ...[...folders].map(([folder, paths]) => {
    const group = element('optgroup');
    group.label = folder;
    group.append(...paths.map((path) => {
      const made = element('option', fileName(path));
      made.value = path;
      return made;
    }));
    return group;
  }));
}

async function showWrite() {
  $('#new-file').hidden = !writable();
  showFiles();
  await offerFiles();
  if (opened) {
    $('#live-file').value = opened.path;
    if (!opened.dirty) {
      drawEditor();
    }
  }
}

async function jump(path, place) {
  if (opened?.path !== path && !await openFile(path)) {
    return;
  }
  history.pushState(null, '', '#write');
  showSteps();
  await showWrite();
  if (opened.view instanceof Grid) {
    const cell = cellAt(place) ?? lineCell(place);
    if (cell) {
      opened.view.go(cell);
    }
  } else {
    opened.view?.go(place);
  }
}

/** The first cell of "line 12"; null for another place. */
function lineCell(place) {
  const numbered = /^line (\d+)/.exec(place);
  return numbered ? {row: Number(numbered[1]) - 1, column: 0} : null;
}

function showFound() {
  const old = checked && !checked.current;
  $('#findings').replaceChildren(...checked === null
    ? [element('p', say('unchecked'), 'empty')]
    : [element('p', say('checkedAt', {
      at: moment(checked.checkedAt), by: person(checked.checkedBy), release: checked.liveRelease,
      errors: checked.errors, warnings: checked.warnings
    })),
    ...old ? [element('p', say('checkedOld'), 'banner')] : [],
    findings(checked.results, (path, place) => act(null, () => jump(path, place).then(() => '')))]);
}

async function showChecks() {
  checked = draft.checks ? await readIfThere(`drafts/${id}/checks`) : null;
  $('#check-now').replaceChildren(...draft.allowed.includes('CHECK')
    ? [button(say('checkNow'), (pressed) => act(pressed, async () => {
      checked = await write('POST', `drafts/${id}/checks`);
      draft = await read(`drafts/${id}`);
      showHead();
      showFound();
    }), 'main')]
    : []);
  showFound();
}

function people(part) {
  return draft.people.filter((one) => one.part === part).map((one) => person(one.id)).join(', ') || '–';
}

async function showDecide() {
  draft = await read(`drafts/${id}`);
  showHead();
  const known = element('dl', undefined, 'facts');
  const fact = (name, value) => known.append(element('dt', say(name)), element('dd', value));
  fact('state', stateMark(draft.state));
  if (!isPast()) {
    fact('checks', checkMark());
  }
  fact('diff', link(draft.files.map((file) => file.path).join(', ') || '–', '#diff'));
  fact('editors', people('EDITOR'));
  fact('approvers', people('APPROVER'));
  const [asked, tries] = await Promise.all([
    read(`drafts/${id}/history?size=${ROWS}`),
    read(`drafts/${id}/simulations?size=1`)]);
  tries.items.forEach((one) => fact('try', link(say('triedShort', {
    looked: count(one.looked), changed: count(one.changed)
  }), '#try')));
  const reason = asked.items.find((one) => one.kind === 'REQUESTED');
  if (reason) {
    fact('asked', `${reason.words} (${person(reason.by)}, ${moment(reason.at)})`);
  }
  if (draft.state === 'REQUESTED' && draft.effectiveAt !== undefined) {
    fact('liveFrom', moment(draft.effectiveAt));
  }
  $('#facts').replaceChildren(known);
  if (draft.release !== undefined) {
    const became = element('p', say('became', {number: draft.release}));
    became.append(' ', releaseLink(draft.release));
    $('#facts').append(became);
  } else if (draft.state === 'APPROVED' && draft.effectiveAt !== undefined) {
    $('#facts').append(element('p', say('goesLive', {at: moment(draft.effectiveAt)}), 'banner'));
  }
  if (draft.state === 'REQUESTED' && isIn('rule-approver') && !draft.allowed.includes('APPROVE')) {
    $('#facts').append(element('p', say('fourEyes'), 'note'));
  }
  // returning it says more than taking it back
  const may = Object.keys(DECISIONS).filter((one) => draft.allowed.includes(one)
    && !(one === 'RECALL' && draft.allowed.includes('RETURN')));
  $('#decision').hidden = may.length === 0;
  $('#effective').hidden = !may.includes('REQUEST') && !may.includes('APPROVE');
  $('#effective span').textContent = say(
    may.includes('APPROVE') && draft.effectiveAt !== undefined ? 'effectiveAsAsked' : 'effectiveAt');
  $('#decisions').replaceChildren(...may.map((one) => button(say(`do${one}`),
    (pressed) => act(pressed, () => decideOn(one)),
    {REQUEST: 'main', APPROVE: 'main', WITHDRAW: 'danger'}[one] ?? '')));
}

async function decideOn(decision) {
  const {comment, effectiveAt} = $('#decision').elements;
  const body = {comment: comment.value.trim()};
  if (body.comment === '') {
    comment.focus();
    throw new Refused(400, {detail: say('needsWords'), remedy: say('needsWordsRemedy')});
  }
  if (decision === 'REQUEST' || decision === 'APPROVE') {
    body.version = draft.version;
    if (effectiveAt.value !== '') {
      body.effectiveAt = new Date(effectiveAt.value).toISOString();
    }
  }
  draft = await write('POST', `drafts/${id}/${DECISIONS[decision]}`, body);
  comment.value = '';
  await showDraft();
  await showDecide();
  return decision === 'APPROVE' && draft.state === 'OPEN' ? say('returnedToYou') : say('decided', {state: say(draft.state)});
}

$('#decision').addEventListener('submit', (event) => event.preventDefault());

$('#live-file').addEventListener('change', (event) => {
  if (event.target.value !== '') {
    act(null, async () => {
      if (!await openFile(event.target.value)) {
        event.target.value = opened.path;
      }
    });
  }
});

$('#new-file').addEventListener('submit', (event) => {
  event.preventDefault();
  const path = event.target.elements.path.value.trim();
  if (path !== '') {
    act(null, () => openFile(path, '').then(() => ''));
  }
});

window.addEventListener('hashchange', showStep);

if (typeof Chart !== 'undefined') {
  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  Chart.defaults.color = '#22313a';
}
openPage(async () => {
  draft = await read(`drafts/${id}`);
  await showDraft();
  if (opened?.view) {
    opened.text = opened.view.text();
    drawEditor();
  }
  showSteps();
  $('#content').hidden = false;
  await SHOW[step()]();
});
