/**
 * What a command works on, and another one makes: half of the time that one goes before it. Without this a run of a
 * thousand finds nothing to take away for some of them.
 */
export const LED_BY: Readonly<Record<string, string>> = {
  removeAgency: 'addAgencies',
  reopenPeriod: 'closePeriod',
  removePeriod: 'addOwnPeriod',
  carryForward: 'setProgress',
  confirmCarried: 'carryForward',
  removeExtension: 'addExtensions',
  reopenTasks: 'closeTasks',
  resetCalendarYear: 'setCalendarYears',
  changeDuty: 'addDuty',
  removeDuty: 'addDuty',
  setDutyRecords: 'recordDuties',
  answerReminder: 'addReminders',
  removeReminder: 'addReminders',
  setTargetValues: 'setTargets',
  setEntries: 'setTargets',
  removeVerification: 'addVerification',
  updateEvidence: 'addEvidence',
  removeEvidence: 'addEvidence',
  removeRuleSet: 'saveRuleSet',
  removeLayout: 'saveLayout',
  removeLeader: 'setLeader',
  succeedLeader: 'setLeader',
  editMatter: 'addMatter',
  removeMatter: 'addMatter',
  adoptSummary: 'saveSummary',
};
