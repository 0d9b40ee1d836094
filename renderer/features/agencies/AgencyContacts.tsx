import { useQuery } from '@tanstack/react-query';
import { Pencil, UserPlus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { AgencyView } from '#shared/domain/agency-views.ts';
import type { ContactView } from '#shared/domain/people.ts';
import { client, orpc } from '../../bridge/client.ts';
import { runStep, succeeded } from '../../state/run-step.ts';
import { dateText } from '../../text/dates.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Modal } from '../../ui/Modal.tsx';

/** 联络员: whom to call, and who it was before. Named by hand, or read in the forms that came back. */
export function AgencyContacts({ agency }: { readonly agency: AgencyView }) {
  const answer = useQuery({
    ...orpc.people.contacts.queryOptions({ input: { agencyId: agency.id } }),
    staleTime: 0,
  });
  const [form, setForm] = useState<ContactView | 'new' | null>(null);
  const contacts = answer.data ?? [];
  const [standing, ...earlier] = contacts;
  return (
    <>
      <h3>联络员</h3>
      <div className="agency-contacts" data-testid="agency-contacts">
        {standing ? (
          <div className="agency-contact">
            <span data-testid="contact-standing">{contactWords(standing)}</span>
            <IconButton label="更正…" icon={<Pencil />} data-testid="contact-edit" onClick={() => setForm(standing)} />
          </div>
        ) : null}
        <Button icon={<UserPlus />} data-testid="contact-add" onClick={() => setForm('new')}>
          {standing ? '接替…' : '填写联络员…'}
        </Button>
      </div>
      {earlier.length === 0 ? null : (
        <details className="agency-hint">
          <summary>以前的联络员 {earlier.length} 位次</summary>
          {earlier.map((contact) => (
            <div key={contact.id}>{contactWords(contact)}</div>
          ))}
        </details>
      )}
      {form === null ? null : (
        <ContactForm agency={agency} contact={form === 'new' ? null : form} onClose={() => setForm(null)} />
      )}
    </>
  );
}

function contactWords({ reporter, post, phone, note, since, fromReturn }: ContactView): string {
  const from = `${dateText(since.slice(0, 10))}起${fromReturn ? '，读自填报表' : ''}`;
  return [reporter, post, phone, note, `（${from}）`].filter((part) => part !== '').join('　');
}

type ContactFormProps = {
  readonly agency: AgencyView;
  /** The one to be corrected; `null`: a new one. */
  readonly contact: ContactView | null;
  readonly onClose: () => void;
};

const FIELDS = [
  ['reporter', '姓名', ''],
  ['phone', '电话', '可填多个，用顿号分开'],
  ['post', '职务', '如：办公室主任'],
  ['note', '备注', '如：微信同号'],
] as const;

function ContactForm({ agency, contact, onClose }: ContactFormProps) {
  const [words, setWords] = useState({
    reporter: contact?.reporter ?? '',
    phone: contact?.phone ?? '',
    post: contact?.post ?? '',
    note: contact?.note ?? '',
  });
  const isReady = words.reporter.trim() !== '' || words.phone.trim() !== '';
  const save = async (event?: FormEvent) => {
    event?.preventDefault();
    if (!isReady) return;
    const which = contact ? { contactId: contact.id } : {};
    const outcome = await runStep(() => client.people.setContact({ agencyId: agency.id, ...which, ...words }));
    if (succeeded(outcome)) onClose();
  };
  return (
    <Modal
      title={contact ? `更正联络员：${agency.shortName}` : `联络员：${agency.shortName}`}
      lead={contact ? undefined : '自今天起由这位联络；原来的留在历史里。'}
      size="small"
      testId="contact-form"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button tone="main" data-testid="contact-save" disabled={!isReady} onClick={() => void save()}>
            保存
          </Button>
        </>
      }
    >
      <form className="agency-contact-form" onSubmit={(event) => void save(event)}>
        {FIELDS.map(([field, label, placeholder]) => (
          <Field key={field} label={label}>
            <input
              className="input"
              data-testid={`contact-${field}`}
              placeholder={placeholder}
              spellCheck={false}
              value={words[field]}
              onChange={(event) => setWords({ ...words, [field]: event.target.value })}
            />
          </Field>
        ))}
      </form>
    </Modal>
  );
}
