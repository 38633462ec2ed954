package docx

import "fmt"

// section says what the pages of a section are like.
func (w *writer) section(s *section) {
	w.raw(`<w:sectPr>`)
	for _, e := range w.body.around {
		if e.turned == s.turned || e.pages == "first" {
			w.raw(`<w:`, e.kind, `Reference w:type="`, e.pages, `" r:id="`, e.name, `"/>`)
		}
	}
	w.pages(s)
	if s.was != nil {
		w.change("sectPrChange")
		w.raw(`><w:sectPr>`)
		w.pages(s.was)
		w.raw(`</w:sectPr></w:sectPrChange>`)
	}
	w.raw(`</w:sectPr>`)
}

func (w *writer) pages(s *section) {
	if s.turned {
		w.raw(fmt.Sprintf(`<w:pgSz w:w="%d" w:h="%d" w:orient="landscape"/>`, pageHeight, pageWidth))
	} else {
		w.raw(fmt.Sprintf(`<w:pgSz w:w="%d" w:h="%d"/>`, pageWidth, pageHeight))
	}
	w.raw(fmt.Sprintf(`<w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="%d" w:footer="%d" w:gutter="0"/>`,
		marginTop, margin, marginFoot, margin, headerTop, footerFoot))
	if s.first {
		w.raw(`<w:titlePg/>`)
	}
}
