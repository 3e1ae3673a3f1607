'use strict';

function showTiles(data) {
  const shares = data.shares;
  $('#tiles').replaceChildren(
    tile(say('withTurnover'), count(shares.customers), say('turnoverMore', {turnover: money(shares.turnover)})),
    tile(say('top20'), percent(shares.broughtByTop20, 2), say('ofTurnover')),
    tile(say('for80'), percent(shares.customersFor80, 2), say('ofCustomers')),
    tile(say('dormantNow'), count(data.dormant.number), say('daysAway', {days: data.dormant.fromDays})));
}

function showShares(data) {
  const curve = data.shares.curve;
  const points = [{x: 0, y: 0}, ...curve.map((point) => ({x: point.customers, y: point.turnover}))];
  const axis = (text) => ({type: 'linear', min: 0, max: 100, title: {display: true, text: `${text}, %`}});
  chart('share', say('shares'), [], [
    {label: say('turnoverShare'), data: curve.length > 0 ? points : [], borderColor: COLOURS.won, backgroundColor: COLOURS.won},
    {label: say('equal'), data: [{x: 0, y: 0}, {x: 100, y: curve.length > 0 ? 100 : 0}], borderColor: '#b8bfc4', backgroundColor: '#b8bfc4', pointRadius: 0}
  ], {line: true, axes: {x: axis(say('customersShare')), y: axis(say('turnoverShare'))}});
  table('share', say('shares'), [
    [say('customersShare'), (point) => percent(point.customers, 2)],
    [say('turnoverShare'), (point) => percent(point.turnover, 2), true]
  ], curve, say('nothing'));
}

function showCounts(id, title, rows) {
  chart(id, title, rows.map((row) => row.label), [
    {label: say('customers'), data: rows.map((row) => row.customers), backgroundColor: COLOURS.bar}
  ]);
  table(id, title, [
    [say(id), (row) => row.label],
    [say('customers'), (row) => count(row.customers), true],
    [say('lifeTimeValue'), (row) => money(row.lifeTimeValue), true]
  ], rows, say('nothingNow'));
}

function showCare(data) {
  const causes = [...new Set(data.care.map((row) => row.causeLabel))];
  const outcomes = [...new Set(data.care.map((row) => row.outcomeLabel))];
  const colours = [COLOURS.won, COLOURS.bar, COLOURS.lost, COLOURS.pale, COLOURS.alarm, '#b8bfc4'];
  chart('care', say('care'), causes, outcomes.map((outcome, place) => ({
    label: outcome,
    data: causes.map((cause) => data.care
      .find((row) => row.causeLabel === cause && row.outcomeLabel === outcome)?.number ?? 0),
    backgroundColor: colours[place % colours.length]
  })), {stacked: true});
  table('care', say('care'), [
    [say('cause'), (row) => row.causeLabel],
    [say('outcome'), (row) => row.outcomeLabel],
    [say('number'), (row) => count(row.number), true],
    [say('offers'), (row) => count(row.offers), true],
    [say('worth'), (row) => money(row.worth), true]
  ], data.care, say('nothing'));
}

function showDormant(data) {
  table('dormant', say('dormant'), [
    [say('customer'), (row) => row.customer],
    [say('name'), (row) => row.name ?? '–'],
    [say('lastVisit'), (row) => row.lastVisitOn],
    [say('away'), (row) => days(row.daysAway, 0), true],
    [say('class'), (row) => row.valueClass ?? '–'],
    [say('lifeTimeValue'), (row) => money(row.lifeTimeValue), true]
  ], data.dormant.regulars, say('nothingNow'));
  showPages(data.dormant);
}

function show(data) {
  $('#filter').elements.asOf.value = data.asOf;
  $('#empty').hidden = data.shares.customers > 0;
  showTiles(data);
  showShares(data);
  showCounts('class', say('valueClasses'), data.valueClasses);
  showCounts('stage', say('lifeCycle'), data.lifeCycle);
  showCounts('tier', say('tiers'), data.tiers);
  showCare(data);
  showDormant(data);
}

const PAGE = {
  data: 'customers/data',
  show,
  loaded: (data) => say('loaded', {asOf: data.asOf})
};
