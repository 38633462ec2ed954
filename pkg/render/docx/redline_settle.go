package docx

// What stands in front of a table, or of an empty paragraph, needs care: LibreOffice
// leaves something behind where a paragraph in front of one goes. Word needs none of
// it, and minds none.

// firm reports a table or an empty paragraph.
func firm(b block) bool {
	p, ok := b.(*paragraph)
	return !ok || len(p.runs) == 0
}

// withPrevious pairs the paragraphs in front of something firm that stays.
func withPrevious(pairs []pair, old, now []block) (out []pair) {
	last := pair{-1, -1}
	for _, p := range pairs {
		before := pair{p.old - 1, p.new - 1}
		if firm(now[p.new]) && last.old < before.old && last.new < before.new && !firm(old[before.old]) && !firm(now[before.new]) {
			out = append(out, before)
		}
		out = append(out, p)
		last = p
	}
	return out
}

// settled has inserted paragraphs in front of something firm be like it before they
// were there, and parts a deleted one from a table.
func settled(blocks []block) (out []block) {
	for i, b := range blocks {
		if i == 0 || !firm(b) {
			out = append(out, b)
			continue
		}
		was := &paragraph{style: "TableGap"}
		p, isParagraph := b.(*paragraph)
		if isParagraph && p.track == kept {
			copied := *p
			was = &copied
		}
		if !isParagraph || p.track == kept {
			liken(blocks[:i], was)
		}
		if last, ok := blocks[i-1].(*paragraph); ok && !isParagraph && len(last.runs) > 0 && (last.track == deleted || last.track == movedAway) {
			out = append(out, &paragraph{style: "TableGap", track: passing})
		}
		out = append(out, b)
	}
	return out
}

// liken gives the inserted paragraphs at the end of some blocks a form that they had.
func liken(blocks []block, was *paragraph) {
	for i := len(blocks) - 1; i >= 0; i-- {
		p, ok := blocks[i].(*paragraph)
		if !ok || p.track != inserted && p.track != movedHere {
			return
		}
		p.was = was
	}
}
