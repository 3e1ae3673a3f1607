'use strict';

const COLOURS = {spend: '#2f7d80', invoiced: '#c2a25a'};
const id = location.pathname.split('/').pop();
let chart = null;

/** The columns of each list. */
const LISTS = {
  contacts: () => [
    [say('kind'), (row) => row.kindLabel],
    [say('contact'), (row) => row.value],
    ['', (row) => row.preferred ? say('preferred') : '']
  ],
  consents: () => [
    [say('purpose'), (row) => row.purposeLabel],
    [say('answer'), (row) => row.at === undefined ? say('notAsked') : say(row.given ? 'yes' : 'no')],
    [say('how'), (row) => row.howLabel ?? ''],
    [say('by'), (row) => row.by ?? ''],
    [say('at'), (row) => row.at === undefined ? '' : moment(row.at), true]
  ],
  stays: () => [
    [say('day'), (row) => row.arrivedOn],
    [say('until'), (row) => row.leftOn],
    [say('kind'), (row) => row.kindLabel],
    [say('spend'), (row) => money(row.spend), true]
  ],
  invoices: () => [
    [say('invoice'), (row) => row.number],
    [say('issued'), (row) => row.issuedOn],
    [say('due'), (row) => row.dueOn],
    [say('amount'), (row) => money(row.amount), true],
    [say('open'), (row) => money(row.open), true],
    [say('state'), invoiceState]
  ],
  payments: () => [
    [say('day'), (row) => row.paidOn],
    [say('invoice'), (row) => row.invoice],
    [say('amount'), (row) => money(row.amount), true]
  ],
  complaints: () => [
    [say('case'), (row) => row.open ? inTasklist(row.number) : row.number],
    [say('received'), (row) => moment(row.receivedAt)],
    [say('severity'), (row) => row.severity ?? '–'],
    [say('about'), (row) => row.categoryLabel ?? '–'],
    [say('said'), (row) => element('div', row.excerpt, 'words')],
    [say('state'), (row) => row.overdue ? element('span', `${row.statusLabel} · ${say('late')}`, 'over') : row.statusLabel]
  ],
  deals: () => [
    [say('case'), (row) => row.closedAt === undefined ? inTasklist(row.number) : row.number],
    [say('product'), (row) => row.product],
    [say('stage'), (row) => row.stageLabel],
    [say('grade'), (row) => row.grade ?? '–'],
    [say('hunter'), (row) => row.owner ?? '–'],
    [say('value'), (row) => money(row.value), true]
  ],
  credit: () => [
    [say('from'), (row) => row.effectiveFrom],
    [say('until'), (row) => row.effectiveUntil ?? say('today')],
    [say('limit'), (row) => row.cashOnly ? say('cashOnly') : money(row.limit), true],
    [say('term'), (row) => say('days', {number: count(row.termDays)}), true],
    [say('score'), (row) => `${row.score} · ${row.bandLabel}`],
    [say('tier'), (row) => row.tierLabel],
    [say('movement'), (row) => row.movementLabel],
    [say('review'), (row) => row.review]
  ],
  rewards: () => [
    [say('case'), (row) => row.number],
    [say('partner'), (row) => row.partner],
    [say('deal'), (row) => row.deal],
    [say('state'), (row) => row.stateLabel],
    [say('amount'), (row) => money(row.amount), true]
  ],
  care: () => [
    [say('case'), (row) => row.open ? inTasklist(row.number) : row.number],
    [say('cause'), (row) => row.causeLabel],
    [say('state'), (row) => row.stateLabel],
    [say('outcome'), (row) => row.outcomeLabel ?? '–'],
    [say('offer'), (row) => row.offerLabel ?? '–'],
    [say('day'), (row) => moment(row.openedAt), true]
  ]
};

/** Lists of many columns, which take the whole width. */
const WHOLE = new Set(['complaints', 'deals', 'credit', 'invoices']);

/** What a section says in a few words, as name and value. */
const FACTS = {
  contacts: (of) => [['name', of.name]],
  company: (of) => [['company', of.company], ['registration', of.registrationNumber]],
  profile: (of) => [
    ['birthday', of.birthday],
    ['spoken', of.language && say(of.language)],
    ['strategic', of.strategicAsLabel],
    ['preferences', of.preferences || undefined]
  ],
  grade: (of) => [
    ['tier', of.tierLabel],
    ['valueClass', of.valueClass],
    ['lifeCycle', of.lifeCycleLabel],
    ['lifeTimeValue', of.lifeTimeValue === undefined ? undefined : money(of.lifeTimeValue)],
    ['lastVisit', of.lastVisitOn],
    ['gradedOn', of.gradedOn],
    ['effort', of.noMoreEffort ? say('noMoreEffort') : undefined]
  ],
  credit: (of) => [
    ['limit', of.cashOnly ? say('cashOnly') : of.limit === undefined ? undefined : money(of.limit)],
    ['term', of.termDays === undefined ? undefined : say('days', {number: count(of.termDays)})],
    ['score', of.score === undefined ? undefined : `${of.score} · ${of.bandLabel}`],
    ['hold', of.hold ? of.holdReason || say('yes') : undefined],
    ['nextReview', of.nextReviewOn],
    ['openReview', of.openReview && inTasklist(of.openReview)],
    ['openDunning', of.openDunning && inTasklist(of.openDunning)]
  ]
};

function invoiceState(row) {
  if (row.settledOn !== undefined) {
    return say('settled', {day: row.settledOn});
  }
  if (row.disputed) {
    return say('disputed');
  }
  return row.daysOverdue > 0
    ? element('span', say('overdueBy', {number: count(row.daysOverdue)}), 'over')
    : say('notDue');
}

/** How terms came about: the factors, who approved them, and who was told. */
function trace(row) {
  const made = element('div', undefined, 'trace');
  if (row.factors?.length > 0) {
    made.append(element('p', say('factors', {
      factors: row.factors
        .map((factor) => `${factor.label} ${count(factor.points)} × ${factor.weight} % = ${count(factor.contribution)}`)
        .join(language === 'zh' ? '；' : '; ')
    })));
  }
  if (row.causes?.length > 0) {
    made.append(element('p', say('causes', {causes: row.causes.join(language === 'zh' ? '、' : ', ')})));
  }
  const approved = say('approved', {
    by: row.approvedBy === 'innkeeper' ? say('rules') : row.approvedBy,
    at: moment(row.appliedAt)
  });
  made.append(element('p', row.reason ? `${approved}${language === 'zh' ? '：' : ': '}${row.reason}` : approved));
  if (row.told.length > 0) {
    made.append(element('p', say('told', {groups: row.told.join(language === 'zh' ? '、' : ', ')})));
  }
  return made;
}

function facts(name, summary) {
  const made = element('dl', undefined, 'facts');
  (FACTS[name]?.(summary) ?? []).forEach(([key, value]) => {
    if (value !== undefined && value !== '') {
      made.append(element('dt', say(key)), element('dd', value));
    }
  });
  return made;
}

function section(name, of) {
  const made = element('section');
  const heading = element('h2', of.label);
  heading.id = `${name}-title`;
  made.id = name;
  made.setAttribute('aria-labelledby', heading.id);
  made.append(heading);
  const known = of.summary === undefined ? undefined : facts(name, of.summary);
  if (known?.childElementCount > 0) {
    made.append(known);
  }
  if (of.items.length > 0) {
    const place = element('div', undefined, 'table');
    place.append(table(of.label, LISTS[name](), of.items, name === 'credit' ? trace : undefined));
    made.append(place);
    if (of.total > of.items.length) {
      made.append(element('p', say('latestOf', {shown: count(of.items.length), total: count(of.total)}), 'more'));
    }
  } else if (!known?.childElementCount) {
    made.append(element('p', say('nothing'), 'empty'));
  }
  return made;
}

function tile(name, value, more, alarm) {
  const made = element('div');
  made.append(element('dt', name), element('dd', alarm ? element('span', value, 'over') : value));
  if (more) {
    made.append(element('dd', more, 'more'));
  }
  return made;
}

function tiles(data) {
  const made = [];
  const {stays, invoices, credit, grade, complaints} = data.sections;
  if (stays?.summary) {
    made.push(tile(say('spendOfYear'), money(stays.summary.spend), say('staysOfYear', {number: count(stays.summary.stays)})));
  }
  if (invoices?.summary) {
    const due = invoices.summary;
    made.push(tile(say('openBalance'), money(due.open), say('invoicedOfYear', {amount: money(due.invoiced)})));
    made.push(tile(say('overdue'), money(due.overdue),
      due.oldestDaysOverdue > 0 ? say('oldest', {number: count(due.oldestDaysOverdue)}) : '', due.overdue > 0));
  }
  if (credit?.summary?.limit !== undefined) {
    made.push(tile(say('limit'), credit.summary.cashOnly ? say('cashOnly') : money(credit.summary.limit),
      credit.summary.hold ? say('onHold') : '', credit.summary.hold));
  }
  if (grade?.summary?.lifeTimeValue !== undefined) {
    made.push(tile(say('lifeTimeValue'), money(grade.summary.lifeTimeValue), grade.summary.lifeCycleLabel));
  }
  if (complaints?.summary) {
    made.push(tile(say('complaints'), count(complaints.summary.complaints),
      say('stillOpen', {number: count(complaints.summary.open)}), complaints.summary.open > 0));
  }
  $('#tiles').replaceChildren(...made);
}

function plot(data) {
  chart?.destroy();
  chart = null;
  const sets = [
    [say('spend'), data.sections.stays?.summary?.byMonth, COLOURS.spend],
    [say('invoiced'), data.sections.invoices?.summary?.byMonth, COLOURS.invoiced]
  ].filter(([, months]) => months?.some((month) => month.amount > 0));
  $('#plot').hidden = sets.length === 0;
  if (sets.length === 0) {
    return;
  }
  const canvas = $('#months');
  canvas.setAttribute('aria-label', `${say('byMonth')}: ${sets
    .map(([name, months]) => `${name} ${months.map((month) => `${month.month} ${money(month.amount)}`).join(', ')}`)
    .join('; ')}`);
  chart = new Chart(canvas, {
    type: 'bar',
    data: {
      labels: sets[0][1].map((month) => month.month),
      datasets: sets.map(([label, months, backgroundColor]) => (
        {label, backgroundColor, data: months.map((month) => month.amount)}))
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      locale: locale(),
      scales: {y: {beginAtZero: true, ticks: {precision: 0}}},
      plugins: {legend: {position: 'top', align: 'start', labels: {boxWidth: 14}}}
    }
  });
}

function marks(data) {
  const {grade, credit} = data.sections;
  const made = [element('span', data.id)];
  made.push(element('span', grade?.summary?.tierLabel ?? say(data.tier), 'mark good'));
  if (grade?.summary?.valueClass) {
    made.push(element('span', say('classOf', {letter: grade.summary.valueClass}), 'mark'));
  }
  if (grade?.summary?.lifeCycleLabel) {
    made.push(element('span', grade.summary.lifeCycleLabel, grade.summary.lifeCycle === 'LOST' ? 'mark alarm' : 'mark'));
  }
  if (credit?.summary?.hold) {
    made.push(element('span', say('onHold'), 'mark alarm'));
  }
  $('#marks').replaceChildren(...made);
}

function notes(data) {
  const lines = [];
  if (data.id !== id) {
    lines.push(say('mergedInto', {other: id, survivor: data.id}));
    history.replaceState(null, '', `/customers/${data.id}`);
  }
  if (data.erasedAt !== undefined) {
    lines.push(say('erased', {at: moment(data.erasedAt)}));
  }
  for (const merged of data.merged ?? []) {
    lines.push(say('contains', {other: merged.id, by: merged.by, at: moment(merged.at)}));
  }
  $('#notes').hidden = lines.length === 0;
  $('#notes').replaceChildren(...lines.map((line) => element('span', `${line} `)));
}

function show(data) {
  const named = [data.name, data.company].filter((part) => part !== undefined);
  $('#name').textContent = named.length > 0 ? named.join(' · ') : data.id;
  document.title = $('#name').textContent;
  marks(data);
  notes(data);
  tiles(data);
  plot(data);
  const shown = Object.entries(data.sections).filter(([, of]) => !of.hidden);
  const hidden = Object.values(data.sections).filter((of) => of.hidden);
  const columns = [element('div'), element('div')];
  const heights = [0, 0];
  shown.filter(([name]) => !WHOLE.has(name)).forEach(([name, of]) => {
    const shorter = heights[0] <= heights[1] ? 0 : 1;
    const made = section(name, of);
    columns[shorter].append(made);
    heights[shorter] += 3 + of.items.length + made.querySelectorAll('dt').length;
  });
  const whole = shown.filter(([name]) => WHOLE.has(name)).map(([name, of]) => section(name, of));
  const happened = element('section');
  happened.id = 'time-line';
  happened.append(element('h2', say('timeLine')), element('div', table(say('timeLine'), [
    [say('at'), (row) => moment(row.at)],
    [say('by'), (row) => row.by],
    [say('what'), (row) => row.what],
    [say('why'), (row) => element('div', row.note, 'words')]
  ], [...data.timeLine].reverse()), 'table'));
  $('#columns').replaceChildren(...columns);
  $('#sections').replaceChildren(...whole, happened);
  $('#hidden-sections').hidden = hidden.length === 0;
  $('#hidden-sections').textContent = say('hidden', {
    sections: hidden.map((of) => of.label).join(language === 'zh' ? '、' : ', ')
  });
}

if (typeof Chart !== 'undefined') {
  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  Chart.defaults.color = '#22313a';
}
speak(() => fetchInto(`/customers/${id}/data`, show));
