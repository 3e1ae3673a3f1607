'use strict';

openPage(() => showList($('#events'), say('log'), [
  ...EVENTS(),
  [say('draft'), (row) => draftLink(row.draft)],
  [say('release'), (row) => releaseLink(row.release)]
], (page) => read(`changes?page=${page}&size=50`), say('nothing')));
