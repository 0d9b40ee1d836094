import { QueryClient } from '@tanstack/react-query';

/**
 * What was read stays true until a step changes it: this window is the only writer while it is open,
 * so nothing is asked again on focus or by the clock. A failed read is shown at once, not retried in silence.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: Number.POSITIVE_INFINITY,
      retry: false,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});
