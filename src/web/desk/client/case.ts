// The mail with its marks is drawn here, once there is something that draws it.
export {};
