/** Adds the initials by which a clerk finds an agency. */
export async function addPinyin<Agency extends { readonly name: string }>(
  agencies: readonly Agency[],
): Promise<readonly (Agency & { readonly pinyin: string })[]> {
  return Promise.all(agencies.map(async (agency) => ({ ...agency, pinyin: await pinyinInitials(agency.name) })));
}

/** `xnyncj` for 县农业农村局. The dictionary is large, so it is loaded when first needed. */
export async function pinyinInitials(name: string): Promise<string> {
  const { pinyin } = await import('pinyin-pro');
  return pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' }).join('');
}
