import { scanXml } from '../xml/scan-xml.ts';
import { type RichText, RichTextBuilder } from './rich-text.ts';

/** The strings that cells name by their place. @throws XmlFault */
export function readSharedStrings(xml: string): readonly RichText[] {
  const strings: RichText[] = [];
  const builder = new RichTextBuilder();
  let above = '';
  scanXml(xml, {
    open: (name, attributes, parent) => {
      if (name === 't') above = parent;
      else builder.open(name, attributes, parent);
    },
    close: (name, parent) => {
      if (name === 'si' && parent === 'sst') strings.push(builder.take());
      else builder.close(name);
    },
    text: (text, parent) => builder.text(text, parent, above),
  });
  return strings;
}
