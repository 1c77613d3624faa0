"""Files of every form are opened, and bad ones refused with one sentence."""
