import { z } from 'zod';
import { OPERATOR_MAX } from '#shared/domain/operator.ts';

const WindowBoundsSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
  isMaximized: z.boolean(),
});

/** Dialogs of one purpose open where the last one of that purpose ended: systems forget the folder (pitfall 65). */
export const FOLDER_PURPOSES = ['export', 'forms', 'returns', 'document', 'dataFile'] as const;
export type FolderPurpose = (typeof FOLDER_PURPOSES)[number];

/** What the shell remembers between two starts. Nothing of the plan: that is in the data file alone. */
export const SettingsSchema = z.object({
  window: WindowBoundsSchema.optional(),
  lastDataFile: z.string().min(1).optional(),
  folders: z.partialRecord(z.enum(FOLDER_PURPOSES), z.string().min(1)).default({}),
  isHardwareAccelerationOff: z.boolean().default(false),
  /** Who works on this computer, for the history of the data files. */
  operator: z.string().min(1).max(OPERATOR_MAX).optional(),
});

export type Settings = z.output<typeof SettingsSchema>;
export type WindowBounds = z.output<typeof WindowBoundsSchema>;

export const DEFAULT_SETTINGS: Settings = { folders: {}, isHardwareAccelerationOff: false };
