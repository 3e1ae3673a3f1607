// Draws every diagram under processes/ as SVG and PNG into docs/diagrams.
// Usage: npm install && npm run render        (needs Chromium; CHROMIUM names it if it is elsewhere)
import { chromium } from 'playwright-core';
import { createRequire } from 'node:module';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const processes = join(here, '../../../processes');
const pictures = join(here, '..');
const viewer = join(dirname(createRequire(import.meta.url).resolve('bpmn-js/package.json')), 'dist');

const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
    const page = await browser.newPage({ deviceScaleFactor: 1.5 });
    await page.setContent(`<!doctype html><meta charset="utf-8">
        <style>html, body { margin: 0; background: #fff } #canvas { width: 800px; height: 600px }
        .bjs-powered-by { display: none }</style><div id="canvas"></div>`);
    await page.addScriptTag({ path: join(viewer, 'bpmn-viewer.production.min.js') });

    const diagrams = (await readdir(processes, { recursive: true })).filter((f) => f.endsWith('.bpmn'));
    for (const diagram of diagrams.sort()) {
        const xml = await readFile(join(processes, diagram), 'utf8');
        const { svg, warnings } = await page.evaluate(async (text) => {
            const bpmn = new window.BpmnJS({ container: '#canvas' });
            const { warnings } = await bpmn.importXML(text);
            const { svg } = await bpmn.saveSVG();
            bpmn.destroy();
            return { svg, warnings: warnings.map((w) => w.message) };
        }, xml);
        if (warnings.length) {
            throw new Error(`${diagram}: ${warnings.join('; ')}`);
        }
        const name = basename(diagram, '.bpmn');
        await writeFile(join(pictures, `${name}.svg`), svg);

        const [, width, height] = svg.match(/<svg[^>]* width="([\d.]+)" height="([\d.]+)"/);
        const shot = await browser.newPage({
            viewport: { width: Math.ceil(width) + 20, height: Math.ceil(height) + 20 },
            deviceScaleFactor: 1.5,
        });
        await shot.setContent(`<!doctype html><meta charset="utf-8"><style>body { margin: 10px }</style>
            ${svg.substring(svg.indexOf('<svg'))}`);
        await shot.screenshot({ path: join(pictures, `${name}.png`) });
        await shot.close();
        console.log(`${diagram} -> ${name}.svg, ${name}.png (${width} x ${height})`);
    }
} finally {
    await browser.close();
}
