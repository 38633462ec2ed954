package pdf

import "slices"

// Strange is something that a reader of the file cannot see, or that this package does
// not understand, so that viewers may show what the text does not say.
type Strange struct {
	What string // in plain words, as a sentence goes on behind "there is"
	Text string // what it says or stands at, "" for nothing
}

// programs returns the looks of the embedded font programs among resources.
func (f *File) programs(resources dict) (list []Look) {
	fonts := f.dict(resources["Font"])
	for _, key := range f.keys(fonts) {
		font := f.dict(fonts[key])
		if inner := f.list(font["DescendantFonts"]); len(inner) > 0 {
			font = f.dict(inner[0])
		}
		descriptor := f.dict(font["FontDescriptor"])
		for _, at := range []name{"FontFile", "FontFile2", "FontFile3"} {
			if r, ok := descriptor[at].(ref); ok {
				if look := f.lookAt().refer(r, 0); !slices.Contains(list, look) {
					list = append(list, look)
				}
			}
		}
	}
	return list
}
