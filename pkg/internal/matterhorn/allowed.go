package matterhorn

import (
	"strings"

	"github.com/ledongthuc/pdf"
)

// The lists of what these files may have. Most of what can be wrong with a PDF needs
// something that the project never writes: forms, layers, scripts, images, other kinds
// of fonts. What is on no list is a fault, even where the standards would take it; who
// wants to write something new adds it here, and what it must not be to the checks.
const (
	catalogKeys  = "Type Pages OpenAction Lang ViewerPreferences MarkInfo StructTreeRoot Metadata Outlines PageMode OutputIntents"
	bookmarkKeys = "Title Parent Prev Next First Last Count Dest"

	pageKeys     = "Type Parent Resources MediaBox Contents StructParents Tabs Annots"
	resourceKeys = "ProcSet Font XObject ColorSpace" // the last two are empty

	annotationKeys = "Type Subtype Rect Border F Contents StructParent A Dest"

	fontKeys       = "Type Subtype BaseFont Encoding DescendantFonts ToUnicode"
	innerFontKeys  = "Type Subtype BaseFont CIDSystemInfo CIDToGIDMap FontDescriptor DW W"
	descriptorKeys = "Type FontName Flags FontBBox ItalicAngle Ascent Descent CapHeight StemV FontFile2"

	treeKeys     = "Type K ParentTree ParentTreeNextKey IDTree RoleMap"
	elementKeys  = "Type S P Pg ID Alt ActualText E Lang A K"
	elementTypes = "Document Div P H1 H2 H3 Span Reference Note Link Figure Caption L LI Lbl LBody Table TR TH TD"
)

// has reports whether a word is on a list.
func has(list, word string) bool {
	return word != "" && strings.Contains(" "+list+" ", " "+word+" ")
}

// beyond returns the first key of a dictionary that is not on the list, "" for none.
func beyond(v pdf.Value, list string) string {
	for _, key := range v.Keys() {
		if !has(list, key) {
			return key
		}
	}
	return ""
}
