import { relationsPart } from '../workbook-rules/package.ts';

type Parts = ReadonlyMap<string, string | Uint8Array>;

/** Changes the text of some parts. */
function mapParts(parts: Parts, change: (name: string, xml: string) => string): Map<string, string | Uint8Array> {
  return new Map(
    [...parts].map(([name, content]) => [name, typeof content === 'string' ? change(name, content) : content]),
  );
}

/** The same package with every name of sheets, strings and workbook under a prefix: `<x:worksheet>`. */
export function prefixed(parts: Parts): Map<string, string | Uint8Array> {
  return mapParts(parts, (name, xml) => {
    if (!/^xl\/(workbook|sharedStrings|styles|worksheets\/[^/]+)\.xml$/.test(name)) return xml;
    return xml.replace(/<(\/?)([A-Za-z][\w]*)(?=[\s/>])/g, '<$1x:$2').replace(/ xmlns="/, ' xmlns:x="');
  });
}

/** The same package with targets from its root: `/xl/worksheets/sheet1.xml`. */
export function withAbsoluteTargets(parts: Parts): Map<string, string | Uint8Array> {
  const owners = new Map([...parts.keys()].map((name) => [relationsPart(name), name]));
  return mapParts(parts, (name, xml) => {
    if (!name.endsWith('.rels')) return xml;
    const folder = (owners.get(name) ?? '').replace(/[^/]*$/, '');
    return xml.replace(/<Relationship [^>]*>/g, (tag) =>
      tag.includes('TargetMode="External"')
        ? tag
        : tag.replace(
            /Target="([^"]*)"/,
            (_, target: string) => `Target="${new URL(target, `x:///${folder}`).pathname}"`,
          ),
    );
  });
}

/** The same package as WPS saves it: no line break behind the declaration, spans on rows, properties of its own. */
export function likeWps(parts: Parts): Map<string, string | Uint8Array> {
  const changed = mapParts(parts, (name, xml) => {
    const plain = xml.replace(/^(<\?xml[^>]*\?>)\s+/, '$1\n');
    if (name === '[Content_Types].xml')
      return plain.replace(
        '</Types>',
        '<Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/></Types>',
      );
    if (name === '_rels/.rels')
      return plain.replace(
        '</Relationships>',
        '<Relationship Id="rIdWps" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties" Target="docProps/custom.xml"/></Relationships>',
      );
    if (!name.startsWith('xl/worksheets/sheet')) return plain;
    return plain
      .replace(/ x14ac:dyDescent="[^"]*"/g, '')
      .replace(/ mc:Ignorable="x14ac"/, '')
      .replace(/<row r="(\d+)"/g, '<row r="$1" spans="1:8"')
      .replace(
        /<worksheet /,
        '<worksheet xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData" ',
      )
      .replace(/<\/sheetData>/, '</sheetData><phoneticPr fontId="0" type="noConversion"/>')
      .replace(
        /(<\/sheetData>)(<phoneticPr [^>]*>)((?:<sheetProtection[^>]*>|<autoFilter[^>]*>|<mergeCells.*?<\/mergeCells>)*)/,
        '$1$3$2',
      );
  });
  changed.set(
    'docProps/custom.xml',
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="ICV"><vt:lpwstr>D3A1C6B2E0</vt:lpwstr></property><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="3" name="KSOProductBuildVer"><vt:lpwstr>2052-11.1.0.10938</vt:lpwstr></property></Properties>',
  );
  return changed;
}
