import { aWorld, happen, stateOf } from './world.js';

test('smoke', () => {
  const w = happen(
    aWorld(),
    'proposed: change SSD-0031 with mosaic SQL, documentation SSD-0032; olga approves; esther says /approve SSD-0031; henry says lgtm\\n/approve; nina says /aprove; zoe says /approve; cara says /approve; olga says /help; bob says > /approve',
  );
  const s = stateOf(w);
  console.log(
    s.state,
    JSON.stringify(s.units.map((u) => [u.unit.id, u.isMet, u.lacking, u.counted.map((c) => c.name)])),
    JSON.stringify(w.answers, null, 1),
  );
  happen(w, 'SSD-0031 is altered; SSD-0031 is put back; bug SSD-0033 is added');
  const t = stateOf(w);
  console.log(t.state, JSON.stringify(t.since));
});
