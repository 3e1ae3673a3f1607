'use strict';

function showTiles(data) {
  const ends = data.outcomes;
  $('#tiles').replaceChildren(
    tile(say('winRate'), percent(ends.winRate, 2),
      say('wonAndLost', {won: count(ends.won), lost: count(ends.lost)})),
    tile(say('wonValue'), money(ends.wonValue), say('firstYear')),
    tile(say('cycle'), days(ends.meanCycleDays, 2), say('median', {days: days(ends.medianCycleDays, 2)})),
    tile(say('cycleWon'), days(ends.wonMeanDays, 2), say('median', {days: days(ends.wonMedianDays, 2)})),
    tile(say('discarded'), count(ends.discarded)),
    tile(say('standing'), count(data.stalled.number)));
}

function showFunnel(data) {
  const some = data.funnel.filter((stage) => stage.entered > 0);
  chart('funnel', say('funnel'), some.map((stage) => stage.label), [
    {label: say('entered'), data: some.map((stage) => stage.entered), backgroundColor: COLOURS.pale},
    {label: say('wentOn'), data: some.map((stage) => stage.wentOn), backgroundColor: COLOURS.bar}
  ]);
  table('funnel', say('funnel'), [
    [say('stage'), (stage) => stage.label],
    [say('entered'), (stage) => count(stage.entered), true],
    [say('wentOn'), (stage) => count(stage.wentOn), true],
    [say('stillThere'), (stage) => count(stage.stillThere), true],
    [say('conversion'), (stage) => percent(stage.conversion), true],
    [say('meanDays'), (stage) => days(stage.meanDays), true],
    [say('medianDays'), (stage) => days(stage.medianDays), true]
  ], some.length === 0 ? [] : data.funnel, say('nothing'));
}

function showWinRates(id, title, heading, rows) {
  // A chart of what nobody said would say nothing.
  const said = rows.some((row) => row.name !== undefined);
  chart(id, title, said ? rows.map((row) => row.label) : [], [
    {label: say('won'), data: rows.map((row) => row.won), backgroundColor: COLOURS.won},
    {label: say('lost'), data: rows.map((row) => row.lost), backgroundColor: COLOURS.lost}
  ], {stacked: true});
  table(id, title, [
    [heading, (row) => row.label],
    [say('won'), (row) => count(row.won), true],
    [say('lost'), (row) => count(row.lost), true],
    [say('winRate'), (row) => percent(row.winRate), true],
    [say('wonValue'), (row) => money(row.wonValue), true]
  ], rows, say('nothing'));
}

function showGrades(data) {
  chart('grade', say('byGrade'), data.openByGrade.map((row) => row.label), [
    {label: say('value'), data: data.openByGrade.map((row) => row.value), backgroundColor: COLOURS.bar}
  ]);
  table('grade', say('byGrade'), [
    [say('grade'), (row) => row.label],
    [say('deals'), (row) => count(row.number), true],
    [say('value'), (row) => money(row.value), true]
  ], data.openByGrade, say('nothingNow'));
}

function showReviews(data) {
  const reviews = data.reviews;
  const some = reviews.due > 0;
  const names = ['due', 'written', 'accepted', 'overdue'];
  chart('review', say('reviews'), some ? names.map((name) => say(name)) : [], [{
    label: say('number'),
    data: names.map((name) => reviews[name]),
    backgroundColor: [COLOURS.pale, COLOURS.bar, COLOURS.won, COLOURS.alarm]
  }]);
  table('review', say('reviews'), [
    [say('review'), (row) => row[0]],
    [say('number'), (row) => row[1], true]
  ], some ? [
    ...names.map((name) => [say(name), count(reviews[name])]),
    [say('completion'), percent(reviews.completion)]
  ] : [], say('nothing'));
}

function showRewards(data) {
  const rewards = data.rewards;
  chart('reward', say('rewards'), rewards.byState.map((row) => row.label), [
    {label: say('amount'), data: rewards.byState.map((row) => row.amount), backgroundColor: COLOURS.bar}
  ]);
  table('reward', say('rewards'), [
    [say('state'), (row) => row.label],
    [say('number'), (row) => count(row.number), true],
    [say('amount'), (row) => money(row.amount), true]
  ], rewards.byState, say('nothingNow'), [
    say('paidInPeriod'), count(rewards.paidNumber), money(rewards.paid)
  ]);
}

function showStalled(data) {
  table('stalled', say('stalled'), [
    [say('deal'), (row) => row.number],
    [say('customer'), (row) => row.customer],
    [say('product'), (row) => row.product],
    [say('hunter'), (row) => row.owner ?? '–'],
    [say('stage'), (row) => row.stageLabel],
    [say('grade'), (row) => row.grade ?? '–'],
    [say('value'), (row) => money(row.value), true],
    [say('since'), (row) => day(row.stageSince, data.zone), true]
  ], data.stalled.longest, say('nothingNow'));
}

function showSpending(data) {
  const spending = data.spending;
  table('spending', say('spending'), [
    [say('deal'), (row) => row.number],
    [say('customer'), (row) => row.customer],
    [say('hunter'), (row) => row.owner ?? '–'],
    [say('stage'), (row) => row.stageLabel],
    [say('planned'), (row) => money(row.planned), true],
    [say('spent'), (row) => money(row.spent), true],
    [say('ofPlan'), (row) => ofPlan(row.spent, row.planned), true],
    [say('won'), (row) => money(row.won), true]
  ], spending.deals, say('nothing'), [
    say('together', {number: count(spending.number)}), '', '', '',
    money(spending.planned), money(spending.spent), ofPlan(spending.spent, spending.planned), money(spending.won)
  ]);
  showPages(spending);
}

function ofPlan(spent, planned) {
  const share = planned > 0 ? 100 * spent / planned : undefined;
  return element('span', percent(share), share > 100 ? 'over' : '');
}

function choices(id, rows) {
  document.getElementById(id).replaceChildren(
    ...rows.filter((row) => row.name !== undefined).map((row) => {
      const option = element('option');
      option.value = row.name;
      return option;
    }));
}

function show(data) {
  const form = $('#filter');
  form.elements.from.value = data.from;
  form.elements.to.value = data.to;
  const ends = data.outcomes;
  $('#empty').hidden = ends.won + ends.lost + ends.discarded > 0
    || data.funnel.some((stage) => stage.entered > 0);
  showTiles(data);
  showFunnel(data);
  showWinRates('product', say('byProduct'), say('product'), data.byProduct);
  showWinRates('owner', say('byOwner'), say('hunter'), data.byOwner);
  showWinRates('reason', say('byReason'), say('reason'), data.byReason);
  showWinRates('competitor', say('byCompetitor'), say('competitor'), data.byCompetitor);
  showGrades(data);
  showReviews(data);
  showRewards(data);
  showStalled(data);
  showSpending(data);
  choices('owners', data.byOwner);
  choices('products', data.byProduct);
}

const PAGE = {
  data: 'deals/data',
  show,
  loaded: (data) => say('loaded', {from: data.from, to: data.to})
};
