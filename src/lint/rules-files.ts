/** Rules on which file holds what. */
import { baseName } from './index-specification.js';
import { at, atObject, type Fault, type Rule } from './rule.js';
import { shown } from './shown.js';

export const FILE_RULES: readonly Rule[] = [
  {
    id: 'object-duplicate',
    severity: 'error',
    checks: 'no two data objects have one name',
    why: 'both would be the same table',
    *run({ specification, objectsByName }) {
      const seen = new Set<string>();
      for (const object of specification.objects) {
        const name = object.name.toLowerCase();
        if (seen.has(name)) {
          const first = objectsByName.get(object.name)?.file ?? 'another file';
          const message = `a data object ${shown(object.name)} stands in ${first} already`;
          yield atObject(object, 'name', { value: object.file, message, expected: 'one data object of that name' });
        }
        seen.add(name);
      }
    },
  },
  {
    id: 'object-file-name',
    alone: true,
    severity: 'warning',
    checks: 'a file has the name of its data object',
    why: 'people look for an object by its file',
    *run({ specification }) {
      for (const object of specification.objects) {
        if (baseName(object.file) === object.name) continue;
        const message = `the file ${baseName(object.file)} holds the data object ${shown(object.name)}`;
        yield atObject(object, 'name', { message, expected: `the object in ${object.name}.yml` });
      }
    },
  },
  {
    id: 'code-set-file-extension',
    severity: 'warning',
    checks: 'code set files end in .yml',
    why: 'tools that look for *.yml pass the file over',
    *run({ specification }, { config }) {
      const folder = `${config.layout.codeSets}/`;
      const files = [...specification.codeSets, ...specification.problems].map(({ file }) => file);
      for (const file of new Set(files.filter((name) => name.startsWith(folder)))) {
        if (!/\.ya?ml$/i.test(file)) yield withoutExtension(file);
      }
    },
  },
];

function withoutExtension(file: string): Fault {
  const message = `the code set ${baseName(file)} is in a file without .yml`;
  return at({ file, path: [] }, [], { value: baseName(file), message, expected: `${baseName(file)}.yml` });
}
