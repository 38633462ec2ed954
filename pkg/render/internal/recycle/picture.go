package recycle

import _ "embed" // the picture

// Pixels is how many the picture has a side: 600 to the inch where it is printed.
const Pixels = 200

//go:embed sign.png
var sign []byte

// PNG is the sign as a picture, black on white. It is drawn once, by a test, and shared: nobody
// may change it.
func PNG() []byte { return sign }
