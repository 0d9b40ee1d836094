import { APP_NAME } from '../text/words.ts';

export type BlockingScreenProps =
  | { readonly kind: 'backend-gone' }
  | { readonly kind: 'cannot-read'; readonly message: string };

/** Nothing can be done in this window any more; what is stored is safe. */
export function BlockingScreen(props: BlockingScreenProps) {
  return (
    <div className="blocking" role="alert" data-testid="blocking-screen">
      <h1>{props.kind === 'backend-gone' ? '后台程序意外停止' : '无法显示数据'}</h1>
      <p>
        {props.kind === 'backend-gone' ? '已保存的数据是安全的，正在填写而未保存的内容可能需要重填。' : props.message}
      </p>
      <p>请关闭本窗口，重新打开“{APP_NAME}”后继续。</p>
    </div>
  );
}
