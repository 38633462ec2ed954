//go:build browser

package browser_test

import (
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// page builds the HTML of the reference plan, and returns its address.
func page(t *testing.T) string {
	t.Helper()
	dir := plans(t)
	out, err := exec.Command(program, "build", filepath.Join(dir, "2018.yaml"), "--format", "html", "-o", dir).CombinedOutput()
	if err != nil {
		t.Fatalf("%s%v", out, err)
	}
	return "file://" + filepath.Join(dir, "2018.html")
}

// TestPage: the page of a plan is one file that asks nobody for anything, fits a phone, and
// can be read in the light and in the dark.
func TestPage(t *testing.T) {
	address := page(t)
	b := open(t, address)
	b.phone()
	b.do(chromedp.Navigate(address), chromedp.WaitReady(chromedp.CSS("h1")))
	b.until(`document.readyState === "complete"`)
	b.fits()
	b.picture("page-phone")
	for _, dark := range []string{"light", "dark"} {
		call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: dark}}})
		for _, faint := range get[[]string](b, contrast) {
			t.Errorf("%s: not dark enough against what is behind it: %s", dark, faint)
		}
	}
	b.picture("page-phone-dark")
	if n := get[int](b, `[...document.querySelectorAll("a[href^='#']")].filter(a => !document.getElementById(decodeURIComponent(a.hash.slice(1)))).length`); n != 0 {
		t.Errorf("%d links within the page lead nowhere", n)
	}
	for _, element := range get[[]string](b, `[...document.querySelectorAll("table:not(:has(th)), img:not([alt]), svg:not([role], [aria-hidden])")].map(e => e.outerHTML.slice(0, 200))`) {
		t.Errorf("a table without a head, or a picture without words: %s", element)
	}
	b.do(chromedp.EmulateViewport(1280, 800))
	b.fits()
	b.picture("page-wide")
}

// contrast lists the texts that stand out too little from the colour behind them, as the
// guidelines for accessible pages compute it.
const contrast = `(() => {
	const parse = s => { const m = s.match(/[\d.]+/g).map(Number); return m.length < 4 ? [...m, 1] : m };
	const light = c => { const [r, g, b] = c.map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b };
	const over = (top, below) => top.slice(0, 3).map((v, i) => v * top[3] + below[i] * (1 - top[3]));
	const behind = e => {
		const stack = [];
		for (; e; e = e.parentElement) stack.push(parse(getComputedStyle(e).backgroundColor));
		const base = matchMedia("(prefers-color-scheme: dark)").matches && getComputedStyle(document.documentElement).colorScheme.includes("dark") ? [18, 18, 18] : [255, 255, 255];
		return stack.reverse().reduce((below, top) => over(top, below), base);
	};
	const faint = new Set();
	const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	while (walk.nextNode()) {
		const e = walk.currentNode.parentElement;
		if (!walk.currentNode.textContent.trim() || e.closest("svg, script, style") || !e.checkVisibility()) continue;
		const back = behind(e), front = over(parse(getComputedStyle(e).color), back);
		const [a, b] = [light(front), light(back)].sort((x, y) => y - x);
		const ratio = (a + 0.05) / (b + 0.05);
		if (ratio < 4.5) faint.add(ratio.toFixed(2) + " " + e.tagName + "." + e.className + ": " + walk.currentNode.textContent.trim().slice(0, 40));
	}
	return [...faint].slice(0, 10);
})()`
