/**
 * Adds the initials by which a clerk finds an agency: `xnyncj` for 县农业农村局.
 * The dictionary is large, so it is loaded when first needed.
 */
export async function addPinyin<Agency extends { readonly name: string }>(
  agencies: readonly Agency[],
): Promise<readonly (Agency & { readonly pinyin: string })[]> {
  const { pinyin } = await import('pinyin-pro');
  return agencies.map((agency) => ({
    ...agency,
    pinyin: pinyin(agency.name, { pattern: 'first', toneType: 'none', type: 'array' }).join(''),
  }));
}
