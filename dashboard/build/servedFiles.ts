import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** All that a browser loads, compressed; the dashboard must open at once over a slow tunnel, too. */
const MAX_COMPRESSED = 250 * 1024;

/**
 * Writes a compressed copy beside each file, and the list of all files: the broker reads it at its start, because a class path
 * cannot be listed. Fails the build when the dashboard has become too large.
 */
export function servedFiles(): Plugin {
  return {
    name: 'served-files',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const names = Object.keys(bundle).sort();
      let compressed = 0;
      for (const name of names) {
        const file = bundle[name];
        if (file === undefined) continue;
        const source = file.type === 'chunk' ? file.code : file.source;
        const gzip = gzipSync(source, { level: 9 });
        compressed += gzip.length;
        this.emitFile({ type: 'asset', fileName: `${name}.gz`, source: gzip });
      }
      this.emitFile({ type: 'asset', fileName: 'files.txt', source: names.map((name) => `${name}\n`).join('') });
      if (compressed > MAX_COMPRESSED) {
        this.error(`the dashboard takes ${compressed} bytes compressed, and may take ${MAX_COMPRESSED}`);
      }
      this.info(`${names.length} files, ${compressed} bytes compressed`);
    },
  };
}
