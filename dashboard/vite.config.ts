import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { servedFiles } from './build/servedFiles';

// Where `npm run dev` finds a running broker: HOSTPULSE=http://127.0.0.1:9000 npm run dev
const broker = process.env.HOSTPULSE ?? 'http://127.0.0.1:8765';

export default defineConfig({
  root: 'src/main/web',
  base: './',
  // JSX is compiled by Vite itself: nothing of a framework's plugin is needed.
  esbuild: { jsx: 'automatic' },
  build: {
    outDir: '../../../target/classes/io/hostpulse/dashboard',
    emptyOutDir: true,
    target: 'es2022',
    // Inlined assets would be data: URLs, which the policy does not allow for scripts and styles.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  plugins: [servedFiles()],
  server: {
    proxy: {
      '/api': { target: broker, changeOrigin: true, headers: { origin: broker } },
      '/live': { target: broker, ws: true, changeOrigin: true, headers: { origin: broker } },
    },
  },
  test: {
    root: '.',
    include: ['src/test/web/**/*.test.ts'],
    environment: 'node',
    alias: { '@': fileURLToPath(new URL('src/main/web', import.meta.url)) },
  },
});
