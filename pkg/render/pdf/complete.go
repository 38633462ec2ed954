package pdf

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/parallel"
)

// resourcesObject is the number that gofpdf always gives to what the pages share.
const resourcesObject = 2

// complete turns the drawn file into the finished one, which is PDF/UA-1 and PDF/A-2a:
// it adds the structure, the fonts, the colours and what the file says of itself but for
// the metadata, which have the seal, and compresses the pages.
func (c *canvas) complete(ctx context.Context, raw []byte, doc *document.Document) (*file, error) {
	f, err := parseFile(raw)
	if err != nil {
		return nil, err
	}
	jobs, err := f.contents(ctx, c.contents)
	if err != nil {
		return nil, err
	}
	structure := c.addStructure(f)
	fonts := ""
	for i, face := range c.setter.Faces() {
		if uses := c.setter.Uses(i); len(uses) > 1 {
			first := f.reserve(fontObjects)
			fonts += fmt.Sprintf("/F%d %d 0 R ", i, first)
			jobs = append(jobs, func() { f.embed(&face, uses, first) })
		}
	}
	if err := f.replace(resourcesObject, "/Font <<", "/Font <<"+fonts); err != nil {
		return nil, err
	}
	if err := f.pictures(c.images); err != nil {
		return nil, err
	}
	colours := f.reserve(1)
	f.metadata = f.reserve(1)
	if err := f.setCatalog(language(doc), structure, colours); err != nil {
		return nil, err
	}
	if err := f.countBookmarks(number(f.objects[f.root], "/Outlines "), c.levels); err != nil {
		return nil, err
	}
	parallel.Do(jobs) // each has a part of the file to itself
	f.objects[colours] = stream("/N 3 ", colourProfile())
	about := aboutOf(doc)
	f.objects[f.info] = about.info()
	return f, ctx.Err()
}

// language is what the text is read aloud in; "und" stands for one that is not known.
func language(doc *document.Document) string {
	for part := range strings.SplitSeq(doc.Meta.Language, "-") {
		if !isSubtag(part) {
			return "und"
		}
	}
	return doc.Meta.Language
}

// isSubtag reports a part of a language tag as PDF/A wants it (ISO 19005-2, 6.7.4).
func isSubtag(s string) bool {
	const most = 8
	return len(s) >= 1 && len(s) <= most && !strings.ContainsFunc(s, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9')
	})
}

// setCatalog says in the catalog what viewers and readers aloud need to know. What gofpdf
// says there is kept if it says something.
func (f *file) setCatalog(language string, structure, colours int) error {
	if f.root >= len(f.objects) {
		return errFile
	}
	outlines := number(f.objects[f.root], "/Outlines ")
	b := fmt.Appendf(nil, "<</Type /Catalog /Pages 1 0 R /OpenAction [3 0 R /FitH null] /Lang %s "+
		"/ViewerPreferences <</DisplayDocTitle true>> /MarkInfo <</Marked true>> /StructTreeRoot %d 0 R /Metadata %d 0 R",
		pdfString(language), structure, f.metadata)
	if outlines > 0 {
		b = fmt.Appendf(b, " /Outlines %d 0 R /PageMode /UseOutlines", outlines)
	}
	f.objects[f.root] = fmt.Appendf(b, " /OutputIntents [<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (%s) "+
		"/Info (%[1]s) /DestOutputProfile %d 0 R>>]>>", colourSpace, colours)
	return nil
}

// countBookmarks says in each bookmark how many are below it, all of which are shown:
// gofpdf says that there are none. It writes them one behind the other, then their root.
func (f *file) countBookmarks(root int, levels []int) error {
	n := len(levels)
	if n > 0 && (root <= n || root >= len(f.objects)) {
		return errFile
	}
	below, above := make([]int, n+1), []int(nil)
	for i, level := range levels {
		above = append(above[:level-1], i)
		below[n]++
		for _, b := range above[:level-1] {
			below[b]++
		}
	}
	for i, count := range below {
		if count > 0 || i < n {
			body := bytes.TrimSuffix(bytes.TrimSuffix(f.objects[root-n+i], []byte(">>")), []byte("/Count 0"))
			f.objects[root-n+i] = fmt.Appendf(slices.Clip(body), "/Count %d>>", count)
		}
	}
	return nil
}

// longest is how many bytes a string may have (ISO 19005-2, 6.1.13).
const longest = 32767

func pdfString(s string) string {
	b := []byte{'('}
	for _, c := range []byte(utf16be(s)) {
		b = escape(b, c)
	}
	return string(append(b, ')'))
}

// reserve makes room for objects that are filled in later.
func (f *file) reserve(n int) (first int) {
	first = len(f.objects)
	for range n {
		f.add(nil)
	}
	return first
}

// pageStart is how a page's object begins.
const pageStart = "<</Type /Page"

// pages returns the pages' objects in their order.
func (f *file) pages() (numbers []int) {
	for n, body := range f.objects {
		if bytes.HasPrefix(body, []byte(pageStart+"\n")) {
			numbers = append(numbers, n)
		}
	}
	return numbers
}

// contents returns the work of compressing each page, while it is wanted. The content that
// gofpdf has of a page is put out of its way.
func (f *file) contents(ctx context.Context, pages [][]byte) (jobs []func(), err error) {
	for n, body := range f.objects {
		if n <= resourcesObject || !bytes.HasPrefix(body, []byte("<</Length ")) {
			continue
		}
		if len(jobs) == len(pages) {
			return nil, errFile
		}
		data := pages[len(jobs)]
		jobs = append(jobs, func() {
			if ctx.Err() == nil {
				f.objects[n] = stream("", data)
			}
		})
	}
	if len(jobs) < len(pages) {
		return nil, errFile
	}
	return jobs, nil
}
