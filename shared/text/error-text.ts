import type { ErrorCode, ErrorDetails } from '#shared/error-codes.ts';

/**
 * The Chinese sentence of each error code: what happened, what was kept, what to do next.
 * `{name}` is replaced by the detail of that name. Neutral statements, no blame, no stack.
 */
const SENTENCES: Readonly<Record<ErrorCode, string>> = {
  PLAN_NO_TASKS:
    '没有在文件中读到任何任务，未建立计划。请确认选择的是工作安排正文，且任务以“一、”“（一）”“1.”等编号开头。',
  PLAN_TOO_LARGE: '文件过大（超过 {limit}），未读取。请只保留工作安排正文后再试。',
  PLAN_REVIEW_GONE: '这次读取已经结束，没有建立计划，现有数据没有变化。请重新读取文件。',
  PLAN_NUMBER_REPEATED:
    '有两项任务都编为第 {number} 项，没有建立计划，核对内容仍在。请改正序号，或按先后顺序重新编号。',
  FILE_NOT_TEXT: '“{file}”不是文本文件，未读取任何内容。请用 Word 或 WPS 打开后另存为“纯文本 .txt”再试。',
  DOCUMENT_KIND_UNSUPPORTED:
    '“{file}”看起来是{kind}，不能直接读取，未读取任何内容。请用 Word 或 WPS 打开后另存为“.docx”（表格另存为“.xlsx”）再试。',
  DOCUMENT_SCANNED:
    '“{file}”里没有可读的文字（多半是扫描件、图片，或字体不能取出文字），未读取任何内容。请向发文单位索取 Word 版，或先用文字识别软件转成文字再试。',
  DOCUMENT_ENCRYPTED: '“{file}”设有打开密码，未读取任何内容。请另存为不加密的文件再试。',
  DOCUMENT_DAMAGED: '“{file}”已损坏，无法读取，现有数据没有变化。请用 Word 或 WPS 打开修复后另存，或请对方重新发送。',
  DOCUMENT_BOMB: '“{file}”展开后异常庞大，为安全起见未读取。请只保留工作安排正文，另存后再试。',
  DOCUMENT_TIMEOUT: '读取“{file}”用时过长，已停止，现有数据没有变化。请删去无关的图片和附件后再试，或另存为纯文本。',
  PAST_READ_ONLY: '正在看过去的样子，只能看、不能改，数据没有变化。请先“返回现在”再操作。',
  BEFORE_FIRST_STEP: '{at}之前这个数据文件还没有任何内容：第一步操作记于 {first}。请换一个更晚的时间。',
  TIME_UNREADABLE: '没有看懂时间“{text}”。请写成 2021-10-15、2021-10-15T17:30 或 2021-10-15T17:30:00+08:00 的样子。',
  FILE_MISSING: '找不到文件“{file}”。请确认文件没有被移动、改名，U盘没有拔出。',
  FILE_EMPTY: '“{file}”是空文件，未读取任何内容。请向对方核实后重新取得文件。',
  FILE_UNREADABLE: '无法读取“{file}”（{reason}）。现有数据没有变化，请检查文件权限或复制到本机后再试。',
  FILE_TOO_LARGE: '“{file}”过大（超过 {limit}），未读取。请删去图片等无关内容后再试。',
  FILE_OPEN_ELSEWHERE:
    '“{file}”正被其他程序（如 WPS、Excel）打开，没有写入，原有文件保持不变。请先关闭该文件，或换一个文件名。',
  FILE_NOT_GRANTED: '该文件不是通过选择窗口打开的，已拒绝访问。请重新选择文件。',
  FOLDER_READ_ONLY: '文件夹“{folder}”不能写入，没有生成文件。请换一个文件夹，例如“文档”或桌面。',
  FOLDER_MISSING: '找不到文件夹“{folder}”，没有写入任何内容。请确认U盘没有拔出，或换一个文件夹。',
  FOLDER_EMPTY: '文件夹“{folder}”里没有可以读取的文件，没有收取任何内容。请选择存放填报表的文件夹。',
  FOLDER_TOO_MANY_FILES:
    '文件夹“{folder}”及其子文件夹里的文件太多（超过 {limit} 个），没有收取任何内容。请选择只放填报表的文件夹。',
  FOLDER_UNREADABLE: '无法读取文件夹“{folder}”（{reason}），没有收取任何内容。请检查权限，或把文件复制到本机后再试。',
  DISK_FULL: '磁盘空间不足，没有写入“{file}”，原有文件保持不变。请清理磁盘后再试。',
  FILE_EXISTS: '“{file}”是一个文件夹的名称，没有写入，文件夹里的内容保持不变。请换一个文件名。',
  FILE_IS_DATA_FILE:
    '“{file}”是责任矩阵的数据文件（或与它同用的文件），没有覆盖，数据没有变化。请换一个文件名或文件夹。',
  TABLE_TOO_LARGE:
    '“{file}”内容过多，内存不足，没有生成文件，数据没有变化。请关闭其他程序后再试，或减少任务、单位后分几次导出。',
  SHEET_TOO_LARGE:
    '“{file}”的行或列超过一张工作表所能容纳的（1048576 行、16384 列），没有生成文件，数据没有变化。请减少任务、单位或列后分几次导出。',
  WRITING_STOPPED: '生成“{file}”时意外中断，没有生成文件，数据没有变化，可以继续使用。请再试一次。',
  PRINT_FAILED:
    '没有打印（{reason}），数据没有变化。请检查打印机是否开机、连好、有纸后再试；也可以先“另存为 PDF”，再用 PDF 阅读器打印。',
  SENDING_GONE: '发出记录中没有这一条（{id}），数据没有变化。请刷新发出记录后再选。',
  SENDING_UNKNOWN: '“{file}”与发出记录中的文件都对不上：不是本数据文件发出的，或发出后改过名又改过内容。数据没有变化。',
  SENDINGS_DIFFER:
    '这两条发出记录不是同一种表（“{one}”和“{other}”），不能逐行对比，数据没有变化。请选择同一表样的两次发出，或与现在的情况对比。',
  SENDING_NOT_REMADE:
    '这条发出记录（{file}）只记下了文件本身，不能按当时的情况重新生成，数据没有变化。请查看留存的文件。',
  PATH_TOO_LONG:
    '文件位置太长（共 {length} 个字符，系统最多 {limit} 个），没有写入任何内容，数据没有变化。请换一个层级较浅的文件夹，或把文件名改短后再导出。文件夹：{folder}',
  FILE_NAME_TOO_LONG:
    '文件名太长（系统最多约 {limit} 个汉字），没有写入任何内容，数据没有变化。请把文件名改短后再导出：{file}',
  FILE_NOT_WRITTEN:
    '没有写入“{file}”（{reason}），原有文件和数据保持不变。请检查磁盘或U盘是否正常，或换一个文件夹再试。文件夹：{folder}',
  TARGET_NOT_A_FILE:
    '“{file}”不能用作文件名（是系统保留的名称或设备，或含有 : * ? " < > | 等字符），没有写入任何内容，数据没有变化。请换一个文件名后再导出。',
  WORKBOOK_KIND_UNSUPPORTED: '“{file}”不是可以读取的表格（看起来是{kind}），未读取任何内容。{advice}',
  WORKBOOK_ENCRYPTED: '“{file}”设有打开密码，未读取任何内容。请输入密码，或请对方去掉密码后重新发送。',
  WORKBOOK_DAMAGED: '“{file}”已损坏，无法读取，现有数据没有变化。请用 Excel 或 WPS 打开修复后另存，或请对方重新发送。',
  WORKBOOK_BOMB: '“{file}”解压后异常庞大，为安全起见未读取。请对方删去无关内容后重新发送。',
  WORKBOOK_TIMEOUT: '读取“{file}”用时过长，已停止，现有数据没有变化。请删去无关的格式和图片后再试。',
  WORKBOOK_PASSWORD_WRONG: '密码不对，没有打开“{file}”，现有数据没有变化。请核对大小写后重新输入，或向对方询问密码。',
  WORKBOOK_ENCRYPTION_UNKNOWN:
    '“{file}”的加密方式无法识别，未读取任何内容。请对方用 Excel 或 WPS 去掉打开密码后另存，重新发送。',
  ARCHIVE_TOO_LARGE:
    '“{file}”里的文件过多或过大（超过 {limit}），没有读取。请分批选择其中的表格；是压缩包的，请先解压。',
  ARCHIVE_EMPTY: '“{file}”里没有可以读取的文件，现有数据没有变化。请确认选对了文件，或请对方重新发送。',
  ARCHIVE_ENTRY_LOCKED: '压缩包设有密码，其中的“{file}”没有读取。请先用密码解压，再选择解压后的文件。',
  RETURN_NOT_RECOGNIZED:
    '“{file}”中没有找到填报表或台账的表头（序号、工作任务、进展情况等），现有数据没有变化。请确认选对了文件；表头另有写法的，请指定各列的含义。',
  RETURN_OTHER_PLAN: '“{file}”是另一份计划（{title}）的填报表，现有数据没有变化。请打开对应的数据文件后再收。',
  RETURN_NO_ROWS: '“{file}”的填报表里没有任何任务行，现有数据没有变化。请对方检查后重新发送。',
  REVIEW_STALE: '核对期间这些数据又有改动，没有写入任何内容。请重新打开回收表核对一次。',
  RETURN_GONE: '这份回收表已不在数据文件中，没有改动。请刷新回收列表后另选一份。',
  RETURN_NOT_READY:
    '“{file}”还没有认定单位和期，或没有读出内容，不能采用，没有写入任何内容。请先在核对窗口中选定单位和期，或指定各列的含义。',
  RETURNS_CONTRADICT:
    '所选的回收表对第 {number} 项“{agency}”的“{field}”写法不同，没有写入任何内容。请只采用其中一份的这一格。',
  RETURN_VALUE_UNKNOWN: '第 {number} 项的“{text}”不能填入“{field}”，没有写入任何内容。请改正这一格，或不采用它。',
  RETURN_NOT_TAKEN: '“{file}”没有被采用，或采用已经撤销，没有可以撤回的内容，数据没有变化。',
  RETURN_NO_REASONS: '所选的回收表没有可写的退回原因，没有生成文件。请先在核对窗口中写明退回原因。',
  RETURN_ROW_GONE:
    '“{file}”第 {row} 行已对应到任务，或已不在这份表中，没有新增任务，数据没有变化。请重新打开核对窗口。',
  RETURN_ROW_EMPTY: '“{file}”第 {row} 行没有任务文字，没有新增任务，数据没有变化。请先在矩阵中插入任务并写明内容。',
  DATA_FILE_MISSING: '找不到数据文件“{file}”。请确认文件没有被移动、U盘没有拔出。',
  DATA_FILE_FOREIGN: '“{file}”不是本程序的数据文件，文件原样未动。请选择正确的数据文件。',
  DATA_FILE_DAMAGED: '数据文件“{file}”已损坏，文件原样保留、没有改动。请先复制一份留存，再选择其他数据文件或备份。',
  DATA_FILE_NEWER:
    '数据文件“{file}”由更新版本的程序（格式 {found}）建立，本程序只认得到格式 {known}，文件原样未动。请升级程序后再打开。',
  DATA_FILE_READ_ONLY: '数据文件“{file}”是只读的，无法保存改动。请检查文件属性或复制到可写的文件夹。',
  DATA_FOLDER_READ_ONLY:
    '数据文件“{file}”所在的文件夹“{folder}”不能写入，无法保存改动，文件原样未动。请把数据文件复制到可写的文件夹（如“文档”）再打开。',
  DATA_FILE_MOVED:
    '数据文件“{file}”不在原处了（被移走、改名，或U盘已拔出），这一步没有保存，此前保存的都在那个文件里。请把它放回“{folder}”后再试，或从新的位置打开它。',
  DATA_FILE_REPLACED:
    '数据文件“{file}”已被另一个同名文件替换（如同步盘、复制覆盖），这一步没有保存。替换前的内容只有本窗口还看得到：请先导出台账留存，再重新打开数据文件核对。',
  DATA_FILE_IO:
    '读写数据文件“{file}”时磁盘出错，这一步没有保存，此前保存的内容没有变化。请检查U盘或磁盘是否接好，把数据文件复制到本机后再打开。',
  DATA_FILE_BUSY: '数据文件“{file}”正被另一个程序占用，这一步没有保存。请关闭另一个窗口后再试。',
  NOT_THE_SAMPLE: '“{file}”不是随程序提供的示例，没有改动。要用示例，请先把它移到别处或改名。',
  DATA_FILE_EXISTS: '“{file}”已存在，没有覆盖。请换一个文件名，或直接打开它。',
  DATA_FILE_SAME: '“{file}”就是现在打开的数据文件，没有可以带入的内容，数据没有变化。请选择另一个数据文件。',
  DATA_FILE_OTHER_PLAN:
    '“{file}”里没有“{title}”这份计划（其中的计划：{plans}），没有带入任何内容，数据没有变化。请先切换到对应的计划再试。',
  DATA_FILE_NOTHING_NEW: '“{file}”里没有本文件还没有的进展，没有需要核对的内容，数据没有变化。{notes}',
  TASK_UNKNOWN: '计划中没有第 {number} 项任务，没有改动。请核对任务序号。',
  PLAN_GONE: '这份计划已不在数据文件中，没有改动。如是刚刚撤销的，可用“重做”恢复；否则请另选一份计划。',
  PLAN_ALREADY_IN_FILE: '《{title}》已在本数据文件中，没有再次加入。请直接切换到那份计划。',
  PLAN_UNKNOWN: '数据文件中没有计划“{name}”。现有计划：{plans}。请用标题、文号、年份或编号指明。',
  PLAN_NOT_CHOSEN: '数据文件中有多份计划，没有执行。请用 --plan 指明一份：{plans}。',
  TASK_GONE: '这项任务已不在计划中，没有改动。如是刚刚删除的，可用“撤销”恢复；否则请另选一项任务。',
  TASK_NUMBER_TAKEN: '序号 {number} 已有另一项任务在用，没有改动。请换一个序号，或使用“任务重新编号”。',
  SECTION_UNKNOWN: '计划中没有这一章节，没有改动。请另选一章，或用“撤销”恢复它。',
  AGENCY_UNKNOWN: '名录中没有“{name}”，没有改动。请核对单位名称，或使用规范全称。',
  AGENCY_GONE: '这个单位已不在名录中（已删除或已合并），没有改动。可用“撤销”恢复，或另选一个单位。',
  AGENCY_NAME_REPEATED: '“{name}”同时是两个单位的名称或别称，没有改动。请只保留一处。',
  AGENCY_NAME_TAKEN: '“{name}”已是名录中另一单位的名称、别称或曾用名，没有改动。请换一个名称，或把两个单位合并。',
  AGENCY_NOT_GROUP: '“{name}”不是集体单位，不能有成员，没有改动。请先把它的类别改为“集体单位”。',
  AGENCY_IN_USE: '“{name}”已有责任、进展、填报表或批注，不能删除，没有改动。可以把它合并到另一单位，或改为“停用”。',
  LIGHT_RULES_UNKNOWN: '没有叫“{name}”的亮灯规则，没有改动。可以在“数据 › 亮灯规则”中看到现有的各套规则。',
  LIGHT_RULES_NAME_TAKEN: '已经有一套亮灯规则叫“{name}”，没有保存。请换一个名称。',
  LIGHT_RULES_IN_USE: '《{plan}》正在使用亮灯规则“{name}”，没有删除。请先让它改用另一套规则。',
  LAYOUT_UNKNOWN: '没有叫“{name}”的表样，没有导出也没有改动。现有的表样：{layouts}。',
  LAYOUT_NAME_TAKEN: '已经有叫“{name}”的表样，没有保存。请换一个名称。',
  LAYOUT_FIELD_UNKNOWN:
    '表样中有一列“{field}”，程序没有这一项内容，没有采用。可能是较新版本的表样，请升级程序或去掉这一列后再试。',
  LAYOUT_FILE_UNREADABLE: '“{file}”不是责任矩阵的表样文件，或内容不完整，没有导入。请让对方重新导出表样后再试。',
  LAYOUT_FILE_NEWER: '“{file}”由较新版本的程序导出，没有导入。请先升级程序。',
  LAYOUT_BUILT_IN: '“{name}”是程序自带的表样，不能改动或删除，没有改动。可以另存为自己的表样后再改。',
  LAYOUT_NOT_SPLIT: '表样“{name}”不按单位分开，没有导出。请在表样中选择“每个单位一个文件”，或导出为一个文件。',
  NO_REGULAR_DUTIES: '计划中没有定期报送事项，没有生成表格。可以先在任务中设置定期报送。',
  PERIOD_UNKNOWN: '计划中没有“{period}”这一期，没有改动。可用的写法如 2021-10。',
  PERIOD_CLOSED: '“{period}”已经关闭，没有改动。如需更正，请先在“数据 › 报送期”中重新打开这一期。',
  PERIOD_DATES: '起止日期或时限不对（止期、时限不能早于起期），没有改动。请改正日期后再试。',
  PERIOD_TAKEN: '已经有“{period}”这一期（名称或起始日期相同），没有增加。请换一个名称或起始日期。',
  PERIOD_IN_USE: '“{period}”已有填报、发表或其他记录，没有删除。不再需要的报送期可以关闭。',
  PERIOD_LAST: '“{period}”是计划中唯一的报送期，没有删除。请先生成其他报送期。',
  CALENDAR_UNREADABLE:
    '没有从中读到节假日安排，日历没有改动。每行请写日期（或起止日期）和“休”或“班”，例如：2026-10-01 至 2026-10-07 国庆节 休。',
  CALENDAR_YEAR_MIXED: '{day} 既列为休息又列为上班，日历没有改动。请改正后再试。',
  CALENDAR_YEAR_UNKNOWN: '没有另外设置过 {year} 年的日历，没有改动。',
  ALREADY_CLOSED: '第 {number} 项{agency}已经办结（{closedOn}），没有改动。如需重新办理，请先取消办结。',
  NOT_YET_CLOSED: '第 {number} 项{agency}没有办结，不需要取消，没有改动。',
  APPROVAL_MISSING: '没有写明{missing}，没有改动。请补上后再试。',
  DUE_DAY_MISSING: '“{text}”还没有确定日期，没有改动。请填写日期，或选择每月、每季的日子。',
  NOTHING_TO_CARRY: '没有可以沿用的内容（上期没有填报，或本期都已有内容），没有改动。',
  PERIOD_NOT_CLOSED: '“{period}”没有关闭，不需要重新打开，没有改动。可以直接填写这一期。',
  REASON_MISSING: '没有写明原因，“{period}”没有重新打开，仍是关闭的。请写一句原因，它会留在操作记录里。',
  MERGE_PERIOD_CLOSED:
    '没有合并：第 {number} 项任务在已关闭的“{period}”里，两个单位都有进展，关闭后的文字不能并成一段，数据没有改动。可以不合并：在单位名录中停用“{from}”，以后的责任标给“{into}”。',
  DUTY_GONE: '这条定期报送已被删除，没有改动。可用“撤销”恢复，或另选一条。',
  DUTY_UNKNOWN: '第 {number} 项任务没有设定期报送，没有改动。请先用 duty set 或在“定期报送”中设定。',
  DUTY_NOT_CHOSEN: '第 {number} 项任务有几条定期报送（{titles}），没有改动。请用 --duty 指明是哪一条。',
  DUTY_RECORD_GONE: '这条报送记录已被删除，没有改动。可用“撤销”恢复，或重新登记。',
  DUTY_PERIOD_UNKNOWN: '这条定期报送没有“{period}”这一期，没有改动。可用的写法如 {example}。',
  DUTY_OF_GROUP: '“{agency}”是集体单位，已设成员，报送要记到具体单位，没有改动。请改选其中一家成员单位。',
  REMINDER_GONE: '这条催办记录已被删除，没有改动。可用“撤销”恢复，或重新记一条。',
  SLIP_NUMBER_TAKEN: '编号 {number} 已由另一份督办单使用，没有改动。后来的单已经发出，请按新编号另开一份。',
  REMINDER_NOTHING_OWED: '“{agency}”目前没有欠报或临近时限的事项，没有开单。如确需催办，请先写明事项。',
  NOT_ASSIGNED: '“{agency}”在第 {number} 项任务中没有责任，没有改动。请核对单位，或先在矩阵中标明责任。',
  ROLE_TEXT_UNKNOWN:
    '“{text}”不是责任标记，没有改动。可填：牵头（● 或 1）、分工（○ 或 2）、配合（△ 或 3），清空表示无责任。',
  PASTE_TEXT_UNKNOWN:
    '{place}的“{text}”不是责任标记，整块都没有粘贴。可用的写法：牵头（●、★、主、1）、分工（○、责任、2）、配合（△、协办、3），空白表示无责任。',
  LEDGER_TEXT_UNKNOWN: '{place}的“{text}”不能填入“{column}”，没有改动。{writings}。',
  PASTE_SHAPES_DIFFER: '选定的几片区域与要粘贴的内容大小不同，没有粘贴。请只选一个起始格，或选大小相同的区域。',
  COPY_SHAPES_DIFFER: '选定的几片区域既不在相同的行，也不在相同的列，不能一起复制。请只选一片，或选行列对齐的几片。',
  TOO_MANY_CELLS: '一次最多改 {limit} 格，没有改动。请分几次进行。',
  STATUS_UNKNOWN: '“{text}”不是进展状态，没有改动。可填：未启动、推进中、已完成、受阻、不涉及。',
  SUMMARY_NO_LEAD:
    '第 {number} 项任务在这一期没有可以汇总的单位（或所选单位不是牵头单位），不能拟汇总稿，没有改动。请在矩阵中核对责任。',
  SUMMARY_EMPTY: '汇总稿里没有一句话，没有写入牵头单位的进展。请先保留或写上至少一句。',
  NOTHING_TO_CHANGE: '内容与现有数据相同，没有需要保存的改动。',
  NOTHING_TO_UNDO: '没有可以撤销的操作。',
  NOTHING_TO_REDO: '没有可以重做的操作。',
  STEP_UNKNOWN: '没有第 {step} 步操作，没有改动。请在操作记录中核对编号。',
  STEP_NOT_UNDOABLE: '“{label}”不能撤销，没有改动。',
  STEP_ALREADY_UNDONE: '“{label}”已经撤销过，没有改动。',
  CHANGED_SINCE: '“{label}”涉及的内容后来又有改动，不能撤销，现有数据没有变化。请先撤销后来的操作。',
  CHECKS_FAILED: '数据检查发现 {count} 处问题，数据没有改动。请保留数据文件并联系维护人员。',
  LEADER_GONE: '领导名录中已没有这一条，没有改动。如是刚刚移出的，可用“撤销”恢复。',
  LEADER_LEFT: '{name}已于 {until} 离任，这个职务已有人接替，没有改动。请选现任的一条。',
  LEADER_DATES_CROSS: '{name}的离任日期 {until} 早于任职日期 {since}，没有改动。请核对日期。',
  CONTACT_GONE: '“{agency}”的这条联络员记录已不在，没有改动。请关闭窗口后重新打开。',
  CONTACT_EMPTY: '没有填联络员姓名，也没有填电话，“{agency}”的联络员没有改动。请至少填一项。',
  MATTER_GONE: '这项任务不是年中新增的事项，没有改动。计划中的任务请在矩阵中修改。',
  MATTER_DUE_TWICE: '同时填了工作日数和到期日，没有保存。请只留一种办理时限。',
  MATTER_DUE_BEFORE: '到期日 {due} 早于议定（批示）日期 {arose}，没有保存。请核对两个日期。',
  YEAR_NOT_LATER: '《{title}》是 {year} 年的计划，新计划的年份 {next} 不在它之后，没有建立。请核对年份。',
  YEAR_TASK_FOREIGN: '选定的任务不在《{title}》中，没有建立新年度计划。请重新打开窗口后再试。',
  YEAR_NONE_BEFORE: '《{title}》没有对应的上年度计划，不能对照。请用“由上年度建立”建立新计划。',
  TARGET_GONE: '这项量化指标已不在任务中，没有改动。如是刚刚删除的，可用“撤销”恢复；否则请重新打开这项任务。',
  TARGET_UNKNOWN: '认不出是第 {number} 项的哪一项量化指标（{name}），没有改动。请用 --target 指明一项：{targets}。',
  ROW_GONE: '这一条已不在数据文件中，没有改动。如是刚刚删除的，可用“撤销”恢复；否则请重新打开这项任务。',
  EVIDENCE_MISSING:
    '佐证材料“{file}”的文件不在“{folder}”中，没有打开，登记仍在。请把原来的佐证材料文件夹复制到数据文件旁边，或重新添加这份材料。',
  EVIDENCE_CHANGED:
    '佐证材料“{file}”的文件已不是添加时的内容（被改动或损坏），没有打开，登记仍在。请从备份中恢复，或重新添加这份材料。',
  EVIDENCE_TOO_LARGE: '“{file}”过大（超过 {limit}），没有添加，现有数据没有变化。请压缩或截取后再添加。',
  EVIDENCE_KIND_CLOSED:
    '“{file}”不是文档、图片或音视频，为安全起见不直接打开，材料仍在。请用“导出佐证材料”取出后，自行确认再打开。',
  EVIDENCE_NONE: '所选范围内没有佐证材料，没有生成文件。请先在任务的“佐证材料”中添加。',
  EVIDENCE_TROUBLED: '佐证材料有 {count} 份缺失或被改动，登记没有变化。请从备份恢复文件，或重新添加。',
  ROW_NUMBER_UNKNOWN: '没有第 {number} 条（共 {count} 条），没有改动。请先列出，再按序号指明。',
  LEADER_UNKNOWN: '领导名录中没有“{name}”，没有改动。请先列出名录，或用 leader set 添加。',
  EVIDENCE_UNKNOWN: '没有编号为“{number}”的佐证材料，数据没有变化。编号见佐证材料目录，如 16-县农业农村局-02。',
  EVIDENCE_OF_OTHERS: '佐证材料“{title}”不属于要办结的任务或单位，没有办结，数据没有变化。请选择该任务、该单位的材料。',
  TEMPLATE_KIND:
    '“{file}”不是 .xlsx 或 .xlsm 表样，没有填写，原文件没有变化。请用 Excel 或 WPS 打开后另存为“.xlsx”再填。',
  TEMPLATE_ODD:
    '“{file}”带有数字签名、是严格格式，或内部结构不完整，无法在不损坏它的前提下填写，没有生成文件，原文件没有变化。请用 Excel 或 WPS 打开后另存为普通的“.xlsx”再填。',
  TEMPLATE_SHEET_GONE:
    '“{file}”中没有名为“{sheet}”的工作表，没有填写，原文件没有变化。请重新读取表样，或改正列对应中的工作表名称。',
  TEMPLATE_ENDING:
    '“{file}”填好后只能以“{ending}”保存，不能是“{wanted}”，否则 Excel 会拒绝打开；没有生成文件，原文件没有变化。请把保存的文件名改为以“{ending}”结尾。',
  TEMPLATE_ELSEWHERE:
    '列对应与“{file}”不符：{trouble}。没有填写，原文件没有变化。请重新读取表样，或改正列对应。',
  TEMPLATE_TOO_LONG: '“{file}”加上 {rows} 行后超过一张工作表的行数，没有填写，原文件没有变化。请选择较小的范围后再填。',
  TEMPLATE_NOT_FOUND:
    '“{file}”中没有找到要填写的表（表头里没有认出序号、工作任务、责任单位、进展情况等），没有写入任何内容。请确认选对了文件；表头另有写法的，请在“上级表样”中指出表头行和各列的含义。',
  TEMPLATE_KIND_UNSUPPORTED: '“{file}”是{kind}，不能按原样填写，没有写入任何内容。{advice}',
  TEMPLATE_GONE: '这份上级表样已被删除，没有改动。如是刚刚删除的，可用“撤销”恢复；否则请重新选择文件。',
  TEMPLATE_NAME_TAKEN: '已经有名为“{name}”的上级表样，没有保存。请换一个名称。',
  BAD_PARAMS: '请求的内容不完整或不正确（{path}），没有改动。',
  CANCELLED: '已取消，没有改动。',
  CLOSING: '程序正在退出，这一步没有执行。请重新打开程序后再试。',
  INTERNAL: '程序内部出错（编号 {incident}），已保存的数据是安全的。请重新打开程序；如再次出现，请把编号告诉维护人员。',
};

/**
 * @param code the error's code
 * @param details facts for the sentence; a missing one is left out as 未知
 * @returns one Chinese sentence or two, fit for a dialog or a terminal
 */
export function describeError(code: ErrorCode, details: ErrorDetails = {}): string {
  return SENTENCES[code].replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? '未知'));
}
