import { scanXml } from '../xml/scan-xml.ts';

/** Another part that a part names: its type is the last word of the type's address, the same in both standards. */
export type Relation = { readonly id: string; readonly type: string; readonly target: string };

/** Where the relations of a part stand: xl/workbook.xml → xl/_rels/workbook.xml.rels. */
export function relationsName(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/**
 * @param xml of a relations part
 * @param part whose relations they are; targets are relative to its folder, or begin with a slash
 */
export function readRelations(xml: string, part: string): readonly Relation[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const relations: Relation[] = [];
  scanXml(xml, {
    open: (name, attributes) => {
      if (name !== 'Relationship' || attributes.get('TargetMode') === 'External') return;
      const target = attributes.get('Target') ?? '';
      const type = attributes.get('Type')?.split('/').at(-1) ?? '';
      relations.push({ id: attributes.get('Id') ?? '', type, target: resolve(folder, target) });
    },
  });
  return relations;
}

function resolve(folder: string, target: string): string {
  const plain = target.replaceAll('\\', '/');
  const steps = plain.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '');
  for (const step of plain.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
