import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AgencyDirectory } from '#shared/domain/agency.ts';
import { AgencyDirectorySchema } from '#shared/domain/agency.ts';

const SEEDS = join(import.meta.dirname, '../../../seeds');

export function seedText(): string {
  return readFileSync(join(SEEDS, 'zezhou-2021-food-safety.txt'), 'utf8');
}

export function seedDirectory(): AgencyDirectory {
  return AgencyDirectorySchema.parse(JSON.parse(readFileSync(join(SEEDS, 'zezhou-agencies.json'), 'utf8')));
}

/** The measured targets of the embedded plan, as a person reads them: task, name, comparator, value, unit. */
export const SEED_TARGETS: readonly string[] = [
  '12 学校食堂明厨亮灶 = 100 %',
  '12 学校食堂互联网+明厨亮灶覆盖率 ≥ 65 %',
  '14 食品检验量 = 4 批次/千人',
  '14 监督抽检不合格食品核查处置率 = 100 %',
  '14 完成率 = 100 %',
  '15 农产品质量安全定量监测量 = 1.5 批次/千人',
  '15 食用农产品例行监测合格率 = 97 %',
  '16 粮食质量安全检验监测 = 50 批次',
  '17 食用林产品质量监测 = 30 批次',
  '32 主体开具使用合格证的覆盖率 = 50 %',
  '33 婴幼儿辅助食品生产企业自查报告率 = 100 %',
  '33 自查发现问题整改率 = 100 %',
  '37 餐饮服务提供者明厨亮灶覆盖率 = 75 %',
  '50 食品安全工作成效占党政领导干部政绩考评指标权重 ≥ 2 %',
  '52 信息报送 ≥ 1 篇/月',
];

/** Its dated duties: task, kind, then the date, or day and count of each recurrence. */
export const SEED_DUES: readonly string[] = ['52 monthly 15×1', '53 date 2021-11-20'];
