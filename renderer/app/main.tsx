import '../ui/theme.css';
import { CSPProvider } from '@base-ui/react/csp-provider';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { queryClient } from '../bridge/query-client.ts';
import { askEarly } from '../state/queries.ts';
import { styleNonce } from '../ui/style-nonce.ts';
import { App } from './App.tsx';
import { reportStrays } from './report-strays.ts';

// The questions travel while React builds the first picture.
askEarly();
reportStrays(window);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has lost its #root');
createRoot(root).render(
  <CSPProvider nonce={styleNonce()}>
    <QueryClientProvider client={queryClient}>
      <App />
    </QueryClientProvider>
  </CSPProvider>,
);
