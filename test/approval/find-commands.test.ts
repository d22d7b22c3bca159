/** Which lines of a comment are commands: those that GitHub shows as somebody's own words at the left edge. */
import { findCommands } from '../../src/approval/find-commands.js';

const found = (body: string) => findCommands(body).map(({ word, rest }) => `${word}|${rest}`);

test.each<readonly [body: string, ...commands: string[]]>([
  ['/approve', 'approve|'],
  ['/approve SSD-0028..0040  ', 'approve|SSD-0028..0040'],
  ['/Approve', 'Approve|'],
  ['Looks good.\n/approve', 'approve|'],
  ['Looks good.\r\n\r\n/approve\r\nThanks', 'approve|'],
  ['/approve SSD-0028\n/object SSD-0029 too short', 'approve|SSD-0028', 'object|SSD-0029 too short'],
  ['> quoted\n\n/approve', 'approve|'],
  ['```\ncode\n```\n/approve', 'approve|'],
  ['- one\n- two\n\n/approve', 'approve|'],
  ['/approve\n---\nmore', 'approve|'],
  ['<!-- hidden -->\n\n/approve', 'approve|'],
  ['`code`\n/approve', 'approve|'],
  ['/object SSD-0031 `a/b` is wrong', 'object|SSD-0031 `a/b` is wrong'],
  ['/frobnicate', 'frobnicate|'],
  [`${'All of this is fine. '.repeat(3_200)}\n\n/approve`, 'approve|'],
])('%j says %j', (body, ...commands) => {
  expect(found(body)).toEqual(commands);
});

test.each([
  [''],
  ['approve'],
  ['please /approve'],
  ['> /approve'],
  ['> please say\n/approve'],
  ['> > /approve\n/approve'],
  ['```\n/approve\n```'],
  ['~~~\n/approve'],
  ['````\n```\n/approve\n````'],
  ['- ```\n  /approve\n  ```'],
  ['    /approve'],
  ['\t/approve'],
  ['<!--\n/approve\n-->'],
  ['text <!--\n/approve\n-->'],
  ['<!-- a --> <!--\n\n/approve'],
  ['<!--\n\n/approve'],
  ['<div>\n/approve\n</div>'],
  ['<pre>\n/approve\n</pre>'],
  ['`\n/approve\n`'],
  ['``\n/approve ` x\n``'],
  ['# /approve'],
  ['- /approve'],
  ['1. /approve'],
  ['/approve/of/this'],
  ['/usr/bin/env'],
  ['//approve'],
  ['/ approve'],
  ['/'],
  ['/1'],
  ['https://example.org/approve'],
  ['| /approve |\n| --- |'],
])('%j says nothing', (body) => {
  expect(found(body)).toEqual([]);
});

test.each([
  ['\uFF0Fapprove', '\uFF0Fapprove'],
  ['\u200b/approve', '\u200b/approve'],
  ['\u2215approve', '\u2215approve'],
  ['/approve\u200b', 'approve\u200b'],
  ['/appr\u00adove', 'appr\u00adove'],
  ['/\u0430pprove', '\u0430pprove'],
  ['/\uFF41pprove', '\uFF41pprove'],
  ['\ufeff/approve', '\ufeff/approve'],
  ['/approve\ufeff', 'approve\ufeff'],
  ['/approve\u00a0SSD-0031', '/approve\u00a0SSD-0031'],
])('%j only looks like a command, and is one that nobody knows', (body, word) => {
  expect(findCommands(body).map((command) => command.word)).toEqual([word]);
});

test('a comment that is as long as can be, and as deep, is read at once', () => {
  const before = process.cpuUsage();
  for (const piece of ['>', '/approve\n', '`', '<!--', '- ', '[', '```\n', '*', '\u200b/x\n', '> /approve\n']) {
    findCommands(piece.repeat(Math.ceil(65_536 / piece.length)));
  }
  const { user } = process.cpuUsage(before);
  expect(user / 1_000_000).toBeLessThan(5);
});
