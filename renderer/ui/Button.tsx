import type { ComponentProps, ReactNode } from 'react';
import './button.css';

export type ButtonTone = 'plain' | 'main' | 'quiet' | 'danger';

export type ButtonProps = ComponentProps<'button'> & {
  readonly tone?: ButtonTone;
  readonly icon?: ReactNode;
};

/** A button with a word and, if wanted, a sign before it. */
export function Button({ tone = 'plain', icon, children, className = '', ...rest }: ButtonProps) {
  return (
    <button type="button" className={`button button-${tone} ${className}`} {...rest}>
      {icon}
      {children}
    </button>
  );
}

export type IconButtonProps = Omit<ComponentProps<'button'>, 'children'> & {
  /** Said by screen readers and shown as the tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
};

/** A button with a sign alone. */
export function IconButton({ label, icon, className = '', title, ...rest }: IconButtonProps) {
  return (
    <button type="button" className={`icon-button ${className}`} aria-label={label} title={title ?? label} {...rest}>
      {icon}
    </button>
  );
}
